import pg from 'pg';

import { MIGRATIONS } from '#database';

import { createTestDatabase } from './test-database.js';

describe('createTestDatabase', () => {
  it('gives each caller a migrated database of its own, and removes it', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    expect(one.url).not.toBe(other.url);
    const client = new pg.Client(one.url);
    await client.connect();
    const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM migrations');
    expect(Number(rows[0]?.count)).toBe(MIGRATIONS.length);
    await client.end();

    await one.drop();
    await expect(new pg.Client(one.url).connect()).rejects.toThrow('does not exist');
    await other.drop();
  });
});
