import pg from 'pg';

import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestProcess } from '#testing/app';

const NAMES = ['work', 'home', 'shop'];

interface Account {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly owned: boolean;
}

describe('several accounts, two connectors and an API, each a process', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let api: TestProcess;
  let connectors: TestProcess[];

  beforeAll(async () => {
    database = await createTestDatabase();
    pool = new pg.Pool({ connectionString: database.url, max: 2 });
    pool.on('error', () => undefined);
    [api, ...connectors] = await TestProcess.startAll(database.url, ['api', 'connector', 'connector']);
    for (const name of NAMES)
      await api.request('/api/whatsapp/accounts', { method: 'POST', body: JSON.stringify({ name }) });
  }, 60_000);

  afterAll(async () => {
    await Promise.all([api, ...connectors].map((process) => process.end('SIGKILL')));
    await pool.end();
    await database.drop();
  });

  const accounts = async (): Promise<Account[]> =>
    ((await (await api.request('/api/whatsapp/accounts')).json()) as { accounts: Account[] }).accounts;
  const holders = async (): Promise<string[]> =>
    (
      await pool.query<{ lease_holder: string }>('SELECT lease_holder FROM accounts WHERE lease_expires_at > now()')
    ).rows.map((row) => row.lease_holder.split(':').at(-1) ?? '');
  const until = (what: string, check: (all: Account[]) => boolean): Promise<unknown> =>
    waitFor(async () => check(await accounts()), { what, timeoutMs: 20_000, everyMs: 50 });
  const allReady = (all: Account[]): boolean =>
    all.length === NAMES.length + 1 && all.every(({ state, owned }) => state === 'READY' && owned);

  it('run each in one of them', async () => {
    await until('all accounts to be ready', allReady);
    const pids = connectors.map(({ pid }) => String(pid));
    for (const holder of await holders()) expect(pids).toContain(holder);
  }, 30_000);

  it('go to the one that is left when the other is killed', async () => {
    const [gone, left] = connectors;
    const { rows: before } = await pool.query<{ id: string; fencing_token: string }>(
      `SELECT id, fencing_token FROM accounts WHERE lease_holder LIKE '%:' || $1`,
      [String(gone?.pid)],
    );
    await gone?.end('SIGKILL');
    await waitFor(
      async () => (await holders()).every((holder) => holder === String(left?.pid)) && (await holders()).length === 4,
      {
        ...{ what: 'the other one to take over', timeoutMs: 20_000, everyMs: 50 },
      },
    );
    await until('all accounts to be ready', allReady);
    for (const { id, fencing_token: token } of before) {
      const { rows } = await pool.query<{ higher: boolean }>(
        'SELECT fencing_token > $2 AS higher FROM accounts WHERE id = $1',
        [id, token],
      );
      expect(rows).toEqual([{ higher: true }]);
    }
  }, 60_000);

  it('show that nobody holds them when there is no connector left', async () => {
    await connectors[1]?.end('SIGKILL');
    await until('all of them to be nobody’s', (all) => all.every(({ state, owned }) => state === 'STOPPED' && !owned));
    const { services } = (await (await fetch(`${api.url}/health`)).json()) as { services: { whatsapp: object } };
    expect(services.whatsapp).toMatchObject({
      status: 'degraded',
      reason: expect.stringContaining('no process holds'),
    });
    // What the operator wants meanwhile is done when there is one again.
    expect((await api.request('/api/whatsapp/accounts/shop/logout', { method: 'POST', body: '{}' })).status).toBe(202);
    connectors.push(await TestProcess.start(database.url, {}, 'connector'));
    await until('it to be done', (all) =>
      all.every(({ name, state }) => state === (name === 'shop' ? 'LOGGED_OUT' : 'READY')),
    );
  }, 60_000);
});
