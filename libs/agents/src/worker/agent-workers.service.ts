import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

import { endsWithin } from '#kernel';
import { Logger } from '#telemetry';

import { lockLost, shuttingDown } from '../agents.errors.js';
import { HandlerDirectory } from '../handlers/handler-directory.service.js';
import { QueueBackend, type TaskJob, type TaskWorker } from '../queue/queue-backend.js';
import { TaskRunner } from './task-runner.service.js';

/** Time for running tasks to end at a shutdown; the last part of it after their signals aborted. */
const FINISH_MS = 7_000;
const AFTER_ABORT_MS = 3_000;

/** One worker for each agent that this process hosts. */
@Injectable()
export class AgentWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly workers: TaskWorker[] = [];

  constructor(
    private readonly backend: QueueBackend,
    private readonly handlers: HandlerDirectory,
    private readonly runner: TaskRunner,
    private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const agent of this.handlers.agents) this.workers.push(this.workerOf(agent));
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
    for (const worker of this.workers) {
      worker.run().catch((error: unknown) => this.logger.error({ err: error, agent: worker.name }, 'a worker ended'));
    }
  }

  /** Takes no more jobs, waits up to ten seconds for those that run, and leaves the rest to the next process. */
  async beforeApplicationShutdown(): Promise<void> {
    // From here on a lost connection is no news: whoever stops us may have stopped the database, too.
    for (const worker of this.workers) worker.removeAllListeners('error').on('error', () => undefined);
    const closing = Promise.all(this.workers.map((worker) => worker.close()));
    if (await endsWithin(closing, FINISH_MS)) return;
    this.runner.abortAll(shuttingDown());
    if (await endsWithin(closing, AFTER_ABORT_MS)) return;
    this.logger.warn(
      { limitMs: FINISH_MS + AFTER_ABORT_MS },
      'some tasks did not end; another process will repeat them',
    );
    await Promise.all(this.workers.map((worker) => worker.disconnect()));
  }

  private workerOf(agent: string): TaskWorker {
    const worker = this.backend.worker(
      agent,
      (job, token) => this.runner.run(job, token),
      this.handlers.concurrencyOf(agent),
    );
    worker.on('error', (error) => this.logger.warn({ err: error, agent }, 'a worker met a problem'));
    worker.on('stalled', (jobId) => this.logger.warn({ agent, jobId }, 'a job lost its worker and is given out again'));
    worker.on('lockRenewalFailed', (ids) => ids.forEach((id) => this.runner.abort(id, lockLost(agent))));
    worker.on('failed', (job, error) => {
      if (job?.deferredFailure) this.bury(job, error);
    });
    return worker;
  }

  private bury(job: TaskJob, error: Error): void {
    this.runner.bury(job, error).catch((unwritten: unknown) => {
      this.logger.error({ err: unwritten, task: job.name, jobId: job.id }, 'a dead letter could not be written');
    });
  }
}
