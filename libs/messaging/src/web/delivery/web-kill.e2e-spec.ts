import pg from 'pg';

import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestProcess, UNDER_WAY_SQL } from '#testing/app';

const POINTS = ['web.stored', 'web.gated', 'web.delivered', 'web.delivered:2'];
const MESSAGES = 3;

describe('kill -9 on the way of a message on the web (promises 1, 3 and 4)', () => {
  let database: TestDatabase;
  let pool: pg.Pool;

  beforeAll(async () => {
    database = await createTestDatabase();
    pool = new pg.Pool({ connectionString: database.url, max: 2 });
  });

  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  async function post<T>(program: TestProcess, path: string, body: object): Promise<T> {
    const response = await program.request(path, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as T;
  }

  /** A conversation of somebody new with what they say in it. As often as it is done, it is the same. */
  async function talk(program: TestProcess, userId: string): Promise<string> {
    const { characters } = (await (await program.request('/api/v1/characters')).json()) as {
      characters: { id: string }[];
    };
    const wish = { userId, characterId: characters[0]?.id, clientId: 'talk' };
    const { id } = await post<{ id: string }>(program, '/api/v1/conversations', wish);
    for (let nth = 0; nth < MESSAGES; nth += 1) {
      await post(program, `/api/v1/conversations/${id}/messages`, { content: `message ${nth}`, clientId: `c${nth}` });
    }
    return id;
  }

  it.each(POINTS)(
    'loses nothing, and tells nothing twice, when it dies at %s',
    async (point) => {
      const userId = `visitor-${point}`;
      const dying = await TestProcess.start(database.url, { FAILPOINT: point, MESSAGE_RATE_LIMIT: '0/minute' });
      try {
        await talk(dying, userId).catch(() => undefined);
        // A test that never reaches its step says nothing.
        expect(await dying.died(60_000)).toBe(true);
      } finally {
        await dying.end('SIGKILL');
      }
      const heir = await TestProcess.start(database.url, { MESSAGE_RATE_LIMIT: '0/minute' });
      try {
        const id = await talk(heir, userId);
        await waitFor(async () => !(await isUnderWay()), { what: 'everything to be worked off', timeoutMs: 90_000 });
        await expectToldOnce(id);
      } finally {
        await heir.end('SIGKILL');
      }
    },
    240_000,
  );

  async function isUnderWay(): Promise<boolean> {
    return (await pool.query<{ open: boolean }>(UNDER_WAY_SQL)).rows[0]?.open ?? true;
  }

  async function expectToldOnce(chatId: string): Promise<void> {
    const count = async (sql: string): Promise<number> =>
      (await pool.query<{ count: number }>(`SELECT count(*)::integer AS count ${sql}`, [chatId])).rows[0]?.count ?? -1;
    expect(await count(`FROM messages WHERE chat_id = $1 AND author = 'contact'`)).toBe(MESSAGES);
    const sent = await count(`FROM outbox WHERE chat_id = $1 AND state = 'sent'`);
    expect(sent).toBeGreaterThan(0);
    expect(await count(`FROM outbox WHERE chat_id = $1 AND state <> 'sent'`)).toBe(0);
    expect(await count(`FROM messages WHERE chat_id = $1 AND author = 'assistant'`)).toBe(sent);
    // Each message is told once, at a place of its own, and none of the places was left out.
    const told = `FROM person_events WHERE chat_id = $1 AND event = 'message:received'`;
    expect(await count(told)).toBe(MESSAGES + sent);
    expect(await count(`FROM (SELECT DISTINCT message_id ${told}) AS messages`)).toBe(MESSAGES + sent);
    const { rows } = await pool.query<{ position: string; place: string; last: string }>(
      `SELECT person_events.position, row_number() OVER (ORDER BY person_events.position) AS place, person_streams.position AS last
       FROM person_events JOIN person_streams USING (contact_id) WHERE chat_id = $1 ORDER BY person_events.position`,
      [chatId],
    );
    expect(rows.map(({ position }) => position)).toEqual(rows.map(({ place }) => place));
    expect(rows.at(-1)).toMatchObject({ last: String(rows.length) });
    expect(await count(`FROM chats WHERE id = $1 AND message_count <> ${MESSAGES + sent}`)).toBe(0);
    // A turn has one answer, and every message one turn.
    expect(await count(`FROM messages WHERE chat_id = $1 AND author = 'contact' AND turn_id IS NULL`)).toBe(0);
    expect(await count(`FROM turns WHERE chat_id = $1 AND state <> 'answered'`)).toBe(0);
  }
});
