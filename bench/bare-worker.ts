import { createPostgresBackend, Queue, withBackend, Worker, type Job, type WorkerOptions } from 'bullmq';

import { newId } from '#kernel';

export interface BareWorkerOptions {
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  readonly concurrency: number;
}

export interface BareWorker {
  /** Called for each job. */
  handled: (chatId: string) => void;
  add(id: string): Promise<unknown>;
  addBulk(ids: readonly string[]): Promise<unknown>;
  close(): Promise<void>;
}

const JOB = { removeOnComplete: true, removeOnFail: true };

/** BullMQ by itself: a queue and a worker with a handler that does nothing. */
export async function openBareWorker(options: BareWorkerOptions): Promise<BareWorker> {
  const work = (job: Job<{ chatId: string }>) => {
    bare.handled(job.data.chatId);
    return Promise.resolve();
  };
  const { queue, worker } = options.redisUrl ? onRedis(options, work) : onPostgres(options, work);
  worker.on('error', () => undefined);
  const bare: BareWorker = {
    handled: () => undefined,
    add: (chatId) => queue.add('bare', { chatId }, JOB),
    addBulk: (ids) => queue.addBulk(ids.map((chatId) => ({ name: 'bare', data: { chatId }, opts: JOB }))),
    close: async () => {
      await worker.close();
      await queue.close();
    },
  };
  await worker.waitUntilReady();
  return bare;
}

type Work = (job: Job<{ chatId: string }>) => Promise<void>;

function onRedis({ redisUrl, concurrency }: BareWorkerOptions, work: Work) {
  const connection = { connection: { url: redisUrl }, prefix: newId() };
  const queue = new Queue<{ chatId: string }>('bare', connection);
  return { queue, worker: new Worker<{ chatId: string }>('bare', work, { ...connection, concurrency }) };
}

function onPostgres({ databaseUrl, concurrency }: BareWorkerOptions, work: Work) {
  const postgres = withBackend(createPostgresBackend);
  const connection = { connectionString: databaseUrl, schema: 'bare', max: 10, migrate: true };
  const queue = new postgres.Queue<{ chatId: string }>('bare', { connection });
  const options: Omit<WorkerOptions, 'connection'> = { concurrency };
  return { queue, worker: new postgres.Worker<{ chatId: string }>('bare', work, { ...options, connection }) };
}
