import { LRUCache } from 'lru-cache';

import { Cache } from './cache.js';

const MOST = 1_000;
const MOST_CHARACTERS = 32 * 1_048_576;

/** Keeps answers in this process. */
export class MemoryCache extends Cache {
  private readonly kept = new LRUCache<string, string>({
    max: MOST,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (text) => text.length + 1,
  });

  get(key: string): Promise<unknown> {
    const text = this.kept.get(key);
    return Promise.resolve(text === undefined ? undefined : (JSON.parse(text) as unknown));
  }

  set(key: string, value: unknown, milliseconds: number): Promise<void> {
    this.kept.set(key, JSON.stringify(value), { ttl: milliseconds });
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    this.kept.delete(key);
    return Promise.resolve();
  }
}
