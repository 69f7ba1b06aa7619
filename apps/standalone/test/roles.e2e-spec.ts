import { Redis } from 'ioredis';
import pg from 'pg';

import { createTestDatabase, hasRedis, redisUrl, waitFor, type TestDatabase } from '#testing';
import { TestProcess, UNDER_WAY_SQL } from '#testing/app';

const PHONES = 20;
const ATTEMPTS = 5;
/** Of the databases of the test server, one that nobody else uses: it is emptied in mid-run. */
const REDIS_DATABASE = 9;

const BACKENDS = hasRedis() ? (['Postgres', 'Redis'] as const) : (['Postgres'] as const);

describe.each(BACKENDS)('every role in a process of its own, queues on %s', (backend) => {
  const redis = backend === 'Redis' ? new Redis(`${redisUrl()}/${REDIS_DATABASE}`, { lazyConnect: true }) : undefined;
  const env: Record<string, string> = redis ? { REDIS_URL: `${redisUrl()}/${REDIS_DATABASE}` } : {};
  let database: TestDatabase;
  let pool: pg.Pool;
  let api: TestProcess;
  let workers: TestProcess[];
  let connector: TestProcess;
  let rounds = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    pool = new pg.Pool({ connectionString: database.url, max: 2 });
    pool.on('error', () => undefined);
    await redis?.flushdb();
    const programs = ['api', 'connector', 'worker', 'worker'] as const;
    [api, connector, ...workers] = await TestProcess.startAll(database.url, programs, env);
  }, 240_000);

  afterAll(async () => {
    await Promise.all([api, connector, ...workers].map((process) => process.end('SIGKILL')));
    redis?.disconnect();
    await pool.end();
    await database.drop();
  });

  /** Each of some new phones says something, all at once. Answers their chats when it is said. */
  async function talk(): Promise<readonly string[]> {
    rounds += 1;
    const numbers = Array.from({ length: PHONES }, (_, index) => `+3460${rounds}0000${String(index).padStart(2, '0')}`);
    const said = await Promise.all(numbers.map((number) => api.phone(number).say('hello')));
    return said.map(({ chat }) => chat);
  }

  /** How many answers have reached a phone, in all rounds. */
  async function answers(): Promise<number> {
    const { rows } = await pool.query<{ count: number }>('SELECT count(*)::integer AS count FROM simulator_deliveries');
    return rows[0]?.count ?? 0;
  }

  async function expectAllAnsweredOnce(chats: readonly string[]): Promise<void> {
    await waitFor(async () => (await pool.query<{ open: boolean }>(UNDER_WAY_SQL)).rows[0]?.open === false, {
      what: 'everything under way to end',
      timeoutMs: 120_000,
    });
    const { rows } = await pool.query<{ chat: string; ids: number }>(
      `SELECT chat, count(DISTINCT message_id)::integer AS ids
       FROM unnest($1::text[]) AS chat LEFT JOIN simulator_deliveries USING (chat) GROUP BY chat`,
      [chats],
    );
    expect(rows).toHaveLength(PHONES);
    expect(rows.filter(({ ids }) => ids !== 1)).toEqual([]);
  }

  it(`answers ${PHONES} messages of ${PHONES} phones once each`, async () => {
    await expectAllAnsweredOnce(await talk());
  }, 240_000);

  it('loses nothing when a worker is killed in mid-run', async () => {
    let isMidRun = false;
    // Now and then all are answered before the kill comes: then it says nothing.
    for (let attempt = 0; !isMidRun && attempt < ATTEMPTS; attempt += 1) {
      const before = await answers();
      const talking = talk();
      await waitFor(async () => (await answers()) > before, { what: 'the first answer' });
      await workers.pop()?.end('SIGKILL');
      isMidRun = (await answers()) < before + PHONES;
      await expectAllAnsweredOnce(await talking);
      workers.push(await TestProcess.start(database.url, env, 'worker'));
    }
    expect(isMidRun).toBe(true);
  }, 360_000);

  if (redis) {
    it('loses nothing when Redis is emptied in mid-run, again and again (promise 6)', async () => {
      const before = await answers();
      let emptied = 0;
      const talking = talk();
      const emptying = (async () => {
        while ((await answers()) < before + PHONES / 2) {
          if ((await redis.dbsize()) > 0) emptied += 1;
          await redis.flushdb();
        }
      })();
      const chats = await talking;
      await emptying;
      expect(emptied).toBeGreaterThan(0);
      await expectAllAnsweredOnce(chats);
    }, 240_000);
  }
});
