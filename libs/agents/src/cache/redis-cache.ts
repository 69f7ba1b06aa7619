import type { OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';

import { Cache } from './cache.js';

/** A cache that takes longer is slower than none. */
const ANSWER_MS = 250;

/** Keeps answers on Redis, for every process. While Redis is away nothing is kept. */
export class RedisCache extends Cache implements OnApplicationShutdown {
  private readonly redis: Redis;

  /** Connects when it is needed first. `prefix` begins every key. */
  constructor(
    redisUrl: string,
    private readonly prefix: string,
  ) {
    super();
    this.redis = new Redis(redisUrl, {
      lazyConnect: true,
      maxRetriesPerRequest: 0,
      commandTimeout: ANSWER_MS,
      connectTimeout: ANSWER_MS,
      disconnectTimeout: 100,
    });
    // Without a listener ioredis prints to the console; that the queues' Redis is away, /health tells.
    this.redis.on('error', () => undefined);
  }

  async get(key: string): Promise<unknown> {
    try {
      const text = await this.redis.get(this.keyOf(key));
      return text === null ? undefined : (JSON.parse(text) as unknown);
    } catch {
      return undefined;
    }
  }

  async set(key: string, value: unknown, milliseconds: number): Promise<void> {
    try {
      await this.redis.set(this.keyOf(key), JSON.stringify(value), 'PX', milliseconds);
    } catch {
      // The next one who asks makes it again.
    }
  }

  async delete(key: string): Promise<void> {
    try {
      await this.redis.del(this.keyOf(key));
    } catch {
      // It is gone when its time has passed.
    }
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }

  private keyOf(key: string): string {
    return `${this.prefix}:cache:${key}`;
  }
}
