import { newId } from '#kernel';
import { createTestDatabase, hasRedis, redisUrl, waitFor } from '#testing';

import { BACKENDS } from '../../testing/backends.js';
import { startAgents } from '../../testing/start-agents.js';
import { Cache } from './cache.js';
import { MemoryCache } from './memory-cache.js';
import { RedisCache } from './redis-cache.js';

const CACHES: readonly (readonly [string, () => Cache])[] = [
  ['memory', () => new MemoryCache()],
  ...(hasRedis() ? [['redis', () => new RedisCache(redisUrl(), `test-${newId()}`)] as const] : []),
];

describe.each(CACHES)('a cache on %s', (_, open) => {
  let cache: Cache;

  beforeEach(() => {
    cache = open();
  });
  afterEach(() => {
    if (cache instanceof RedisCache) cache.onApplicationShutdown();
  });

  it('keeps a value for its time, and each under its own key', async () => {
    expect(await cache.get('one')).toBeUndefined();
    await cache.set('one', { a: [1, null, 'ñ'] }, 60_000);
    await cache.set('two', false, 60_000);
    expect(await cache.get('one')).toEqual({ a: [1, null, 'ñ'] });
    expect(await cache.get('two')).toBe(false);
    await cache.set('one', 'short', 20);
    await waitFor(async () => (await cache.get('one')) === undefined, { what: 'it to be forgotten' });
  });

  it('forgets a value when it is told to', async () => {
    await cache.set('one', 1, 60_000);
    await cache.set('two', 2, 60_000);
    await cache.delete('one');
    await cache.delete('three');
    expect([await cache.get('one'), await cache.get('two')]).toEqual([undefined, 2]);
  });

  it('makes a value once, and gives the same shape whether it was kept or not', async () => {
    let made = 0;
    const ask = () => cache.remember('made', 60_000, () => Promise.resolve({ made: (made += 1), at: new Date(0) }));
    const [first, second] = [await ask(), await ask()];
    expect(first).toEqual({ made: 1, at: '1970-01-01T00:00:00.000Z' });
    expect(second).toEqual(first);
  });

  it('keeps nothing of what failed', async () => {
    await expect(cache.remember('bad', 60_000, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await cache.remember('bad', 60_000, () => Promise.resolve('yes'))).toBe('yes');
  });
});

it.each(BACKENDS)('is on %s when the queues are, or in memory', async (name, redisUrlOf) => {
  const database = await createTestDatabase();
  const app = await startAgents({ databaseUrl: database.url, redisUrl: redisUrlOf(), redisPrefix: `test-${newId()}` });
  expect(app.get(Cache, { strict: false })).toBeInstanceOf(name === 'redis' ? RedisCache : MemoryCache);
  await app.close();
  await database.drop();
});

it('goes without Redis while that is away', async () => {
  const cache = new RedisCache('redis://127.0.0.1:9', 'test');
  expect(await cache.remember('any', 60_000, () => Promise.resolve('made'))).toBe('made');
  await expect(cache.delete('any')).resolves.toBeUndefined();
  cache.onApplicationShutdown();
});
