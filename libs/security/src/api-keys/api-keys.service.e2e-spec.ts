import { DataSource } from 'typeorm';

import { createTestDatabase, FakeClock, type TestDatabase } from '#testing';

import { testMasterKeys } from '../../testing/test-master-keys.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { ApiKeys } from './api-keys.service.js';

describe('ApiKeys', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let clock: FakeClock;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource({ type: 'postgres', url: database.url, entities: [ApiKeyEntity] }).initialize();
  });

  beforeEach(() => {
    clock = new FakeClock(new Date('2026-01-01T12:00:00Z'));
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const newProcess = async (seed?: number) => new ApiKeys(await testMasterKeys(seed), dataSource, clock);

  it('knows a key it made, and no other with its prefix', async () => {
    const keys = await newProcess();
    const { apiKey, plain } = await keys.create({ name: 'a', scopes: ['chats:read', 'chats:read'] });
    expect(await keys.verify(plain)).toEqual({ id: apiKey.id, name: 'a', scopes: ['chats:read'] });
    const last = plain.endsWith('A') ? 'B' : 'A';
    expect(await keys.verify(plain.slice(0, -1) + last)).toBeNull();
    expect(await keys.verify(plain.slice(0, -1))).toBeNull();
    expect(await keys.verify('')).toBeNull();
  });

  it('stores nothing the key could be made from', async () => {
    const { plain } = await (await newProcess()).create({ name: 'a', scopes: ['*'] });
    const stored = JSON.stringify(
      await dataSource.query('SELECT *, encode(hash, $1) AS text FROM api_keys', ['escape']),
    );
    expect(stored).not.toContain(plain.split('_').slice(2).join('_'));
    expect(await (await newProcess(8)).verify(plain)).toBeNull();
  });

  it('ends a key when it expires', async () => {
    const keys = await newProcess();
    const { plain } = await keys.create({ name: 'a', scopes: ['*'], expiresAt: new Date('2026-01-01T12:00:01Z') });
    expect(await keys.verify(plain)).not.toBeNull();
    clock.advance(1_000);
    expect(await keys.verify(plain)).toBeNull();
  });

  it('ends a revoked key at once here, and within five seconds elsewhere', async () => {
    const [here, elsewhere] = [await newProcess(), await newProcess()];
    const { apiKey, plain } = await here.create({ name: 'a', scopes: ['*'] });
    expect(await here.verify(plain)).not.toBeNull();
    expect(await elsewhere.verify(plain)).not.toBeNull();
    await here.revoke(apiKey.id);
    expect(await here.verify(plain)).toBeNull();
    clock.advance(5_001);
    expect(await elsewhere.verify(plain)).toBeNull();
    const revoked = (await here.list()).find(({ id }) => id === apiKey.id);
    expect(revoked?.revokedAt).toEqual(new Date('2026-01-01T12:00:00Z'));
  });

  it('notes the use of a key once a minute', async () => {
    const keys = await newProcess();
    const { apiKey, plain } = await keys.create({ name: 'a', scopes: ['*'] });
    const lastUsed = async () =>
      (await dataSource.getRepository(ApiKeyEntity).findOneBy({ id: apiKey.id }))?.lastUsedAt;
    await keys.verify(plain);
    const first = await lastUsed();
    expect(first).toEqual(clock.now());
    clock.advance(59_000);
    await keys.verify(plain);
    expect(await lastUsed()).toEqual(first);
    clock.advance(1_000);
    await keys.verify(plain);
    expect(await lastUsed()).toEqual(clock.now());
  });
});
