import { DataSource } from 'typeorm';

import { createTestDatabase, waitFor, type TestDatabase } from '#testing';

import { AccountLease } from './account-lease.js';
import { LeaseConnection } from './lease-connection.js';

const ACCOUNT = '00000000-0000-7000-8000-000000000001';

describe('AccountLease', () => {
  let database: TestDatabase;
  let sources: DataSource[];
  let connections: LeaseConnection[];

  beforeAll(async () => {
    database = await createTestDatabase();
    // Two processes, and somebody who looks on.
    sources = [1, 2, 3].map(
      () => new DataSource({ type: 'postgres', url: database.url, poolErrorHandler: () => undefined }),
    );
    for (const source of sources) await source.initialize();
  });

  beforeEach(async () => {
    connections = sources.map((source) => new LeaseConnection(source));
    await sql('DELETE FROM accounts');
    await sql(`INSERT INTO accounts (id, name, connector) VALUES ($1, 'a', 'simulator')`, [ACCOUNT]);
  });

  afterEach(async () => {
    for (const connection of connections) await connection.close();
  });

  afterAll(async () => {
    for (const source of sources) await source.destroy();
    await database.drop();
  });

  const sql = (text: string, parameters: unknown[] = []): Promise<unknown> => sources[2]!.query(text, parameters);
  const two = (): [AccountLease, AccountLease] => [
    new AccountLease(connections[0]!, ACCOUNT, 'first'),
    new AccountLease(connections[1]!, ACCOUNT, 'second'),
  ];
  const holder = async (): Promise<number> =>
    ((await sql('SELECT lease_backend_pid AS pid FROM accounts WHERE id = $1', [ACCOUNT])) as { pid: number }[])[0]
      ?.pid ?? 0;
  const kill = async (pid: number): Promise<void> => {
    await sql('SELECT pg_terminate_backend($1)', [pid]);
    await waitFor(
      async () => ((await sql('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [pid])) as unknown[]).length === 0,
      {
        what: 'the connection to be gone',
      },
    );
  };

  it('has one holder, until it is given back', async () => {
    const [first, second] = two();
    expect([await first.acquire(), await second.acquire(), await first.acquire()]).toEqual([true, false, true]);
    expect([first.isHeld(), second.isHeld(), first.fencingToken]).toEqual([true, false, '1']);
    await first.release();
    expect([first.isHeld(), await second.acquire(), second.fencingToken]).toEqual([false, true, '2']);
  });

  it('goes to another at once when its holder is gone', async () => {
    const [first, second] = two();
    await first.acquire();
    await kill(await holder());
    expect(await second.acquire()).toBe(true);
    // The connection of before, then a new one.
    await first.acquire().catch(() => undefined);
    expect([await first.acquire(), first.isHeld(), await second.acquire()]).toEqual([false, false, true]);
  });

  it('goes to another when its holder has said nothing for too long', async () => {
    const [first, second] = two();
    await first.acquire();
    await sql(`UPDATE accounts SET lease_expires_at = now() - interval '1 second'`);
    expect([await second.acquire(), await first.acquire()]).toEqual([true, false]);
  });

  it('is held on the connection of the last renewal', async () => {
    const [first, second] = two();
    await first.acquire();
    await connections[0]!.close();
    const before = await holder();
    // Has the connection of before, so that the lease takes another one.
    const runner = sources[0]!.createQueryRunner();
    await runner.query('SELECT 1');
    expect(await first.acquire()).toBe(true);
    await runner.release();
    await kill(before);
    expect(await second.acquire()).toBe(false);
    await kill(await holder());
    expect(await second.acquire()).toBe(true);
  });

  it('of many accounts takes one connection', async () => {
    const ids = Array.from(
      { length: 30 },
      (_, index) => `00000000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`,
    );
    for (const id of ids)
      await sql(`INSERT INTO accounts (id, name, connector) VALUES ($1, $2, 'simulator')`, [id, id]);
    const leases = ids.map((id) => new AccountLease(connections[0]!, id, 'first'));
    expect(await Promise.all(leases.map((lease) => lease.acquire()))).toEqual(ids.map(() => true));
    const rows = (await sql(
      'SELECT DISTINCT lease_backend_pid FROM accounts WHERE lease_backend_pid IS NOT NULL',
    )) as unknown[];
    expect(rows).toHaveLength(1);
  });
});
