import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import pg from 'pg';

import { QueueBackend, WORKER_OPTIONS, type TaskProcessor, type TaskQueue, type TaskWorker } from './queue-backend.js';

const SCHEMA = 'bullmq';
const postgres = withBackend(createPostgresBackend);

/** Queues in the schema `bullmq` of our own Postgres. One pool for all; each worker keeps one of its connections to listen on. */
export class PostgresQueues extends QueueBackend {
  private constructor(private readonly pool: pg.Pool) {
    super();
  }

  /** `poolSize`: connections for queries; the listening ones come on top. Brings BullMQ's own tables up to date first. */
  static async open(databaseUrl: string, poolSize: number): Promise<PostgresQueues> {
    const pool = new pg.Pool({
      connectionString: databaseUrl,
      options: `-c search_path=${SCHEMA}`,
      application_name: 'secretary-queues',
      max: poolSize,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    // Every queue and worker listens to its errors, and each of them tells them on.
    pool.setMaxListeners(0).on('error', () => undefined);
    try {
      await migrateQueues(pool);
    } catch (error) {
      await pool.end();
      throw error;
    }
    return new PostgresQueues(pool);
  }

  queue(name: string): TaskQueue {
    return new postgres.Queue(name, { connection: this.pool }) as unknown as TaskQueue;
  }

  worker(name: string, process: TaskProcessor, concurrency: number): TaskWorker {
    this.pool.options.max += 1;
    const options = { ...WORKER_OPTIONS, connection: this.pool, concurrency };
    return new postgres.Worker(name, process as never, options) as unknown as TaskWorker;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

async function migrateQueues(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    client.release();
  }
}
