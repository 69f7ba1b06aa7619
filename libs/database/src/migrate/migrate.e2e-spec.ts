import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createEmptyDatabase, type TestDatabase, waitFor } from '#testing';

import { migrate } from './migrate.js';

class Apples1764000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Long enough for the others to arrive while it works.
    await runner.query('CREATE TABLE apples (id int PRIMARY KEY); SELECT pg_sleep(0.05)');
  }

  async down(): Promise<void> {
    // Nobody goes back.
  }
}

class Pears1764000000200 extends Apples1764000000100 {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE pears (id int PRIMARY KEY)');
    await runner.query('INSERT INTO pears VALUES (1)');
  }
}

const BOTH = [Apples1764000000100, Pears1764000000200];
const NAMES = ['Apples1764000000100', 'Pears1764000000200'];

let database: TestDatabase;

beforeEach(async () => (database = await createEmptyDatabase()));
afterEach(() => database.drop());

describe('migrate', () => {
  it('applies what is missing, once, and says what', async () => {
    expect(await migrate(database.url, [Apples1764000000100])).toEqual(NAMES.slice(0, 1));
    expect(await migrate(database.url, BOTH)).toEqual(NAMES.slice(1));
    expect(await migrate(database.url, BOTH)).toEqual([]);
  });

  it('works once for many processes at a time', async () => {
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url, BOTH)));
    expect(applied.flat()).toEqual(NAMES);
    expect(applied.filter((names) => names.length)).toHaveLength(1);
  });

  it('refuses a database that a newer program used', async () => {
    await migrate(database.url, BOTH);
    await expect(migrate(database.url, [Apples1764000000100])).rejects.toMatchObject({
      code: 'database.too-new',
      message: expect.stringContaining('Pears1764000000200'),
    });
  });

  it('keeps nothing of a migration that fails, names it, and goes on once the way is free', async () => {
    await query('CREATE TABLE pears (mine text)');
    await expect(migrate(database.url, BOTH)).rejects.toMatchObject({
      code: 'database.migration-failed',
      message: expect.stringMatching(/Pears1764000000200 failed.*relation "pears" already exists/),
    });
    expect(await query('SELECT name FROM migrations')).toEqual([{ name: NAMES[0] }]);
    await query('DROP TABLE pears');
    expect(await migrate(database.url, BOTH)).toEqual(NAMES.slice(1));
  });

  it('leaves nothing half done when it is cut off in the middle', async () => {
    class Slow1764000000200 extends Apples1764000000100 {
      override async up(runner: QueryRunner): Promise<void> {
        await runner.query('CREATE TABLE pears (half boolean)');
        await runner.query('SELECT pg_sleep(60)');
      }
    }
    const cut = expect(migrate(database.url, [Apples1764000000100, Slow1764000000200])).rejects.toMatchObject({
      code: 'database.migration-failed',
    });
    const sleeping = `SELECT pid FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)' AND datname = current_database()`;
    const [row] = await waitFor(async () => (await query(sleeping)).length > 0 && query(sleeping), {
      what: 'the migration',
    });
    await query(`SELECT pg_terminate_backend(${String(row?.pid)})`);
    await cut;
    expect(await migrate(database.url, BOTH)).toEqual(NAMES.slice(1));
  });

  it('explains that nobody answers', async () => {
    await expect(migrate('postgres://me:canary@127.0.0.1:1/x', BOTH)).rejects.toMatchObject({
      code: 'database.unreachable',
    });
  });
});

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
