import { once } from 'node:events';

import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

import { queueUnreachable } from '../agents.errors.js';
import { QueueBackend, WORKER_OPTIONS, type TaskProcessor, type TaskQueue, type TaskWorker } from './queue-backend.js';

const CONNECT_MS = 5_000;

/** Queues on Redis. Two connections for all, and one more for each worker to wait on. */
export class RedisQueues extends QueueBackend {
  private constructor(
    private readonly dispatching: Redis,
    private readonly working: Redis,
    private readonly prefix: string,
  ) {
    super();
  }

  /** @throws AppError `agents.queue-unreachable` */
  static async open(redisUrl: string, prefix: string): Promise<RedisQueues> {
    // Who dispatches learns soon that Redis is away, and Postgres remembers; who works waits until it is back.
    const dispatching = await connect(redisUrl, { maxRetriesPerRequest: 1, commandTimeout: CONNECT_MS });
    const working = await connect(redisUrl, { maxRetriesPerRequest: null });
    return new RedisQueues(dispatching, working, prefix);
  }

  queue(name: string): TaskQueue {
    return new Queue(name, { connection: this.dispatching, prefix: this.prefix });
  }

  worker(name: string, process: TaskProcessor, concurrency: number): TaskWorker {
    const options = { ...WORKER_OPTIONS, connection: this.working, prefix: this.prefix, concurrency };
    return new Worker(name, process, options);
  }

  close(): Promise<void> {
    this.dispatching.disconnect();
    this.working.disconnect();
    return Promise.resolve();
  }
}

async function connect(
  url: string,
  options: { maxRetriesPerRequest: number | null; commandTimeout?: number },
): Promise<Redis> {
  const redis = new Redis(url, { ...options, connectTimeout: CONNECT_MS, disconnectTimeout: 100, lazyConnect: true });
  // Without a listener ioredis prints to the console; queues and workers tell their errors themselves.
  redis.on('error', () => undefined);
  try {
    const ready = once(redis, 'ready', { signal: AbortSignal.timeout(CONNECT_MS) });
    ready.catch(() => undefined);
    await redis.connect();
    await ready;
    return redis;
  } catch (cause) {
    redis.disconnect();
    throw queueUnreachable(new URL(url).host, cause);
  }
}
