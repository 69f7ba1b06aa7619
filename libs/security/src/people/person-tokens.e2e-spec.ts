import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { createTestDatabase, FakeClock, type TestDatabase } from '#testing';

import { testMasterKeys } from '../../testing/test-master-keys.js';
import { DataKeys } from '../keys/data-keys.service.js';
import { PersonTokens } from './person-tokens.service.js';

/** In which a change must be seen by every process. */
const SEEN_MS = 1_001;

describe('PersonTokens', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let clock: FakeClock;
  const account = newId();

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    await dataSource.query(`INSERT INTO accounts (id, name, connector) VALUES ($1, 'tokens', 'simulator')`, [account]);
  });

  beforeEach(() => {
    clock = new FakeClock(new Date('2026-01-01T12:00:00.300Z'));
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const newProcess = async (seed?: number) => new PersonTokens(await testMasterKeys(seed), dataSource, clock);

  async function newContact(): Promise<string> {
    const id = newId();
    await dataSource.query('INSERT INTO contacts (id, account_id) VALUES ($1, $2)', [id, account]);
    return id;
  }

  const contactOf = async (tokens: PersonTokens, token: string) => (await tokens.verify(token))?.person?.contactId;

  it('are good for a day unless it is said otherwise', async () => {
    const tokens = await newProcess();
    const contactId = await newContact();
    const { token, expiresAt } = await tokens.issue({ contactId, name: 'Ana' });
    expect(expiresAt).toEqual(new Date('2026-01-02T12:00:00Z'));
    expect(await tokens.verify(token)).toEqual({
      id: `person:${contactId}`,
      name: 'Ana',
      scopes: [],
      person: { contactId, tokenId: expect.any(String) },
    });
    clock.advance(expiresAt.getTime() - clock.now().getTime() - 1);
    expect(await tokens.verify(token)).not.toBeNull();
    clock.advance(1);
    expect(await tokens.verify(token)).toBeNull();
  });

  it('are good in every process with the same master key, and in no other', async () => {
    const { token } = await (await newProcess()).issue({ contactId: await newContact(), ttlSeconds: 60 });
    expect(await (await newProcess()).verify(token)).not.toBeNull();
    expect(await (await newProcess(8)).verify(token)).toBeNull();
  });

  it('cannot be made from what is stored', async () => {
    const { token } = await (await newProcess()).issue({ contactId: await newContact() });
    const stored = JSON.stringify(await dataSource.query('SELECT * FROM person_tokens'));
    for (const part of token.split('.')) expect(stored).not.toContain(part);
  });

  it('are given to nobody who is not there', async () => {
    const tokens = await newProcess();
    await expect(tokens.issue({ contactId: newId() })).rejects.toMatchObject({ code: 'person.not-found' });
  });

  it('stop at once where they are revoked, and within a second elsewhere', async () => {
    const [here, elsewhere] = [await newProcess(), await newProcess()];
    const { token } = await here.issue({ contactId: await newContact() });
    const tokenId = (await elsewhere.verify(token))?.person?.tokenId ?? '';
    expect(await here.verify(token)).not.toBeNull();
    await here.revoke(tokenId);
    expect(await here.verify(token)).toBeNull();
    clock.advance(SEEN_MS);
    expect(await elsewhere.verify(token)).toBeNull();
  });

  it('stop all of one person, and nobody else’s', async () => {
    const tokens = await newProcess();
    const [one, other] = [await newContact(), await newContact()];
    const theirs = [await tokens.issue({ contactId: one }), await tokens.issue({ contactId: one })];
    const kept = await tokens.issue({ contactId: other });
    expect(await tokens.revokeAll(one)).toBe(2);
    for (const { token } of theirs) expect(await tokens.verify(token)).toBeNull();
    expect(await contactOf(tokens, kept.token)).toBe(other);
    expect(await tokens.revokeAll(one)).toBe(0);
  });

  it('follow a contact that is merged into another', async () => {
    const tokens = await newProcess();
    const [winner, loser] = [await newContact(), await newContact()];
    const { token } = await tokens.issue({ contactId: loser });
    expect(await contactOf(tokens, token)).toBe(loser);
    await dataSource.query('UPDATE contacts SET merged_into = $1 WHERE id = $2', [winner, loser]);
    clock.advance(SEEN_MS);
    expect(await contactOf(tokens, token)).toBe(winner);
    const { token: later } = await tokens.issue({ contactId: loser });
    expect(await contactOf(tokens, later)).toBe(winner);
    expect(await tokens.revokeAll(winner)).toBe(2);
    expect([await tokens.verify(token), await tokens.verify(later)]).toEqual([null, null]);
  });

  it.each<[string, (ids: readonly string[], keys: DataKeys) => Promise<unknown>]>([
    ['whose key is erased', ([id = ''], keys) => keys.erase(id)],
    ['that is gone', (ids) => dataSource.query('DELETE FROM contacts WHERE id = ANY($1)', [ids])],
  ])('stop with a contact %s', async (_, end) => {
    const tokens = await newProcess();
    const [contactId, merged, other] = [await newContact(), await newContact(), await newContact()];
    const earlier = await tokens.issue({ contactId: merged });
    await dataSource.query('UPDATE contacts SET merged_into = $1 WHERE id = $2', [contactId, merged]);
    const theirs = [earlier, await tokens.issue({ contactId })];
    const kept = await tokens.issue({ contactId: other });
    for (const { token } of [...theirs, kept]) expect(await tokens.verify(token)).not.toBeNull();
    await end([contactId, merged], new DataKeys(await testMasterKeys(), dataSource));
    clock.advance(SEEN_MS);
    for (const { token } of theirs) expect(await tokens.verify(token)).toBeNull();
    expect(await tokens.verify(kept.token)).not.toBeNull();
  });

  it('leave no name behind when a person is erased', async () => {
    const contactId = await newContact();
    await (await newProcess()).issue({ contactId, name: 'Canary' });
    await new DataKeys(await testMasterKeys(), dataSource).erase(contactId);
    expect(await dataSource.query('SELECT name FROM person_tokens WHERE contact_id = $1', [contactId])).toEqual([
      { name: null },
    ]);
  });

  it('are looked up together when thousands are asked for at once', async () => {
    const issuing = await newProcess();
    const contactId = await newContact();
    const all = await Promise.all(Array.from({ length: 200 }, () => issuing.issue({ contactId })));
    const looking = new CountingDatabase(dataSource);
    const tokens = new PersonTokens(await testMasterKeys(), looking as unknown as DataSource, clock);
    const found = await Promise.all(all.map(({ token }) => tokens.verify(token)));
    expect(new Set(found.map((principal) => principal?.person?.tokenId)).size).toBe(200);
    expect(looking.queries).toBeLessThan(100);
    const first = looking.queries;
    await Promise.all(all.map(({ token }) => tokens.verify(token)));
    expect(looking.queries).toBe(first);
  });

  it('are looked up anew after a look-up that failed', async () => {
    const { token } = await (await newProcess()).issue({ contactId: await newContact() });
    const failing = new CountingDatabase(dataSource, 1);
    const tokens = new PersonTokens(await testMasterKeys(), failing as unknown as DataSource, clock);
    await expect(tokens.verify(token)).rejects.toThrow('no database');
    expect(await tokens.verify(token)).not.toBeNull();
  });
});

class CountingDatabase {
  queries = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly failures = 0,
  ) {}

  async query(sql: string, values: unknown[]): Promise<unknown> {
    this.queries += 1;
    if (this.queries <= this.failures) throw new Error('no database');
    return this.dataSource.query(sql, values);
  }
}
