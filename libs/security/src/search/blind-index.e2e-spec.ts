import pg from 'pg';

import { createTestDatabase, type TestDatabase } from '#testing';

import { testMasterKeys } from '../../testing/test-master-keys.js';
import { BlindIndex } from './blind-index.service.js';

describe('BlindIndex in Postgres', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let index: BlindIndex;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    index = new BlindIndex(await testMasterKeys(), ['english', 'spanish']);
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  async function finds(text: string, query: string, any = false): Promise<boolean> {
    const { rows } = await client.query<{ found: boolean }>('SELECT $1::tsvector @@ $2::tsquery AS found', [
      index.vector(text),
      index.query(query, { any }),
    ]);
    return rows[0]!.found;
  }

  it.each([
    ['una canción preciosa', 'CANCIONES', true],
    ['una canción preciosa', 'cancion preciosa', true],
    ['una canción preciosa', 'canción fea', false],
    ['she was running', 'run', true],
    ['call +34 600 000 001 now', '600000001', true],
    ['call 600000001 now', '+34 600-000-001', true],
    ['call 600 000 001 22 times', '600 000 001', true],
    ['call 600000001 now', '600000002', false],
    ['2020 2021 2022', '2021', true],
    ['東京に住んでいます', '東京', true],
    ["it''s \\ odd & | ! (:*) <-> 'x'", "'x' & odd", true],
  ])('in %j the query %j is found: %s', async (text, query, found) => {
    expect(await finds(text, query)).toBe(found);
  });

  it('finds any word when asked', async () => {
    expect(await finds('una canción', 'canción fea', true)).toBe(true);
  });

  it('ranks the word as written above its other forms', async () => {
    const rank = async (text: string) => {
      const sql = 'SELECT ts_rank($1::tsvector, $2::tsquery) AS rank';
      const { rows } = await client.query<{ rank: number }>(sql, [index.vector(text), index.query('run')]);
      return rows[0]!.rank;
    };
    expect(await rank('run')).toBeGreaterThan(await rank('running'));
  });

  it('takes a text without words, and one of too many', async () => {
    expect(await finds('👍', 'hola')).toBe(false);
    const words = Array.from({ length: 5_000 }, (_, number) => `w${number}`).join(' ');
    expect(await finds(words, 'w1999')).toBe(true);
    expect(await finds(words, 'w2000')).toBe(false);
    expect(await finds('same '.repeat(5_000), 'same')).toBe(true);
  });

  it('has nothing to ask for when the query has no words', () => {
    expect(index.query('?! 👍')).toBeNull();
  });

  it.each([
    ['Likes coffee.', 'likes  COFFEE', true],
    ['le gusta el café', 'Le gusta el cafe!', true],
    ['👍', '👍', true],
    ['likes coffee', 'coffee likes', false],
    ['likes coffee', 'likes coffees', false],
    ['👍', '👎', false],
    ['coffee', 'cof fee', false],
  ])('knows whether %j and %j are one text: %s', (one, other, equal) => {
    expect(index.fingerprint(one) === index.fingerprint(other)).toBe(equal);
  });

  it('shows no word, and other hashes under another key', async () => {
    expect(index.vector('canary')).not.toContain('canary');
    expect(index.vector('canary')).not.toContain(index.fingerprint('canary').slice(0, 8));
    expect(new BlindIndex(await testMasterKeys(8), ['english']).vector('canary')).not.toBe(index.vector('canary'));
  });
});
