import { createPostgresBackend, Queue, withBackend } from 'bullmq';

import { rate } from './paired.js';

export interface BareQueueOptions {
  readonly databaseUrl: string;
  readonly redisUrl?: string;
}

export interface BareAdds {
  /** Adds a second of BullMQ by itself. */
  perSecond(count: number, concurrency: number): Promise<number>;
  close(): Promise<void>;
}

/** BullMQ without anything of ours around it, on the backend that we would use. */
export async function bareAdds({ databaseUrl, redisUrl }: BareQueueOptions): Promise<BareAdds> {
  const queue = redisUrl ? new Queue('bare', { connection: { url: redisUrl } }) : postgresQueue(databaseUrl);
  await queue.waitUntilReady();
  return {
    perSecond: (count, concurrency) =>
      rate(count, concurrency, (index) => queue.add('bare', { chatId: String(index) })),
    close: async () => {
      await queue.obliterate({ force: true });
      await queue.close();
    },
  };
}

function postgresQueue(databaseUrl: string): Pick<Queue, 'add' | 'waitUntilReady' | 'obliterate' | 'close'> {
  const { Queue: PostgresQueue } = withBackend(createPostgresBackend);
  return new PostgresQueue('bare', {
    connection: { connectionString: databaseUrl, schema: 'bare', max: 10, migrate: true },
  });
}
