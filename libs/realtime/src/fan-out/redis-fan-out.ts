import type { OnApplicationShutdown } from '@nestjs/common';
import { Redis, type RedisOptions } from 'ioredis';

import { FanOut } from './fan-out.port.js';

const ANSWER_MS = 2_000;
const FIRST_RETRY_MS = 50;
const LAST_RETRY_MS = 5_000;

interface Subscription {
  readonly listener: (text: string) => void;
  readonly onMissed: () => void;
}

/** Over Redis, which passes on many more than Postgres. Two connections, as one that listens may do nothing else. */
export class RedisFanOut extends FanOut implements OnApplicationShutdown {
  private readonly subscriptions = new Map<string, Subscription[]>();
  private readonly sending: Redis;
  private readonly listening: Redis;
  private connections = 0;

  /** Connects when it is needed first. `prefix` begins every channel. */
  constructor(
    redisUrl: string,
    private readonly prefix: string,
  ) {
    super();
    this.sending = quietly(redisUrl, { maxRetriesPerRequest: 0, commandTimeout: ANSWER_MS, enableOfflineQueue: true });
    this.listening = quietly(redisUrl, { maxRetriesPerRequest: null, autoResubscribe: true });
    this.listening.on('message', (channel, text) => {
      for (const { listener } of this.subscriptions.get(channel) ?? []) listener(text);
    });
    this.listening.on('ready', () => {
      if (this.connections++ > 0) this.tellMissed();
    });
  }

  async publish(channel: string, text: string): Promise<void> {
    await this.sending.publish(this.nameOf(channel), text);
  }

  async subscribe(channel: string, listener: (text: string) => void, onMissed: () => void): Promise<void> {
    const name = this.nameOf(channel);
    this.subscriptions.set(name, [...(this.subscriptions.get(name) ?? []), { listener, onMissed }]);
    await this.listening.subscribe(name);
  }

  onApplicationShutdown(): void {
    this.sending.disconnect();
    this.listening.disconnect();
  }

  private tellMissed(): void {
    for (const { onMissed } of [...this.subscriptions.values()].flat()) onMissed();
  }

  private nameOf(channel: string): string {
    return `${this.prefix}:${channel}`;
  }
}

function quietly(url: string, options: RedisOptions): Redis {
  const redis = new Redis(url, {
    ...options,
    lazyConnect: true,
    connectTimeout: ANSWER_MS,
    disconnectTimeout: 100,
    retryStrategy: (times) => Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(times, 10)),
  });
  // Without a listener ioredis prints to the console; that the queues' Redis is away, /health tells.
  redis.on('error', () => undefined);
  return redis;
}
