import type { Job, Queue, Worker } from 'bullmq';

import type { JobData } from './job-data.js';

export type TaskJob = Job<JobData, void, string>;
export type TaskQueue = Queue<JobData, void, string>;
export type TaskWorker = Worker<JobData, void, string>;
export type TaskProcessor = (job: TaskJob, token?: string) => Promise<void>;

/** A worker that dies with a job in hand is noticed after at most this and `STALLED_CHECK_MS`. */
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 4_000;
/** A job that ends its process this often, each time without a word, is given up. */
const MOST_DEATHS = 10;

/** Worker settings that are the same wherever the queues are. */
export const WORKER_OPTIONS = {
  autorun: false,
  lockDuration: LOCK_MS,
  stalledInterval: STALLED_CHECK_MS,
  maxStalledCount: MOST_DEATHS,
} as const;

/** Where the queues of this process are. Queues and workers share its connections, and are closed before it. */
export abstract class QueueBackend {
  abstract queue(name: string): TaskQueue;
  abstract worker(name: string, process: TaskProcessor, concurrency: number): TaskWorker;
  abstract close(): Promise<void>;
}
