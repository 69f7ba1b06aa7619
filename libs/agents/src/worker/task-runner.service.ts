import { Injectable } from '@nestjs/common';
import { DelayedError, UnrecoverableError, WaitingError } from 'bullmq';

import { Logger, withCorrelation } from '#telemetry';

import { undefinedTask } from '../agents.errors.js';
import { DeadLetters } from '../dead-letters/dead-letters.service.js';
import { HandlerDirectory, type HandledTask } from '../handlers/handler-directory.service.js';
import type { TaskJob } from '../queue/queue-backend.js';
import { TaskLedger } from '../records/task-ledger.service.js';
import { failureReason, isRetryable } from './failure-reason.js';
import { RunMetrics, type RunOutcome } from './run-metrics.js';
import { TaskRun } from './task-run.js';

/** Pause before a job is looked at again whose end could not be written down. */
const UNWRITTEN_MS = 10_000;
const NO_PROGRESS = () => Promise.resolve();

/** The one wrapper around every handler: correlation, time limit, metrics, records, retries and dead letters. */
@Injectable()
export class TaskRunner {
  private readonly runs = new Map<string, TaskRun>();
  private stopping?: Error;

  constructor(
    private readonly handlers: HandlerDirectory,
    private readonly deadLetters: DeadLetters,
    private readonly ledger: TaskLedger,
    private readonly metrics: RunMetrics,
    private readonly logger: Logger,
  ) {}

  /** Works on one job. What it throws tells BullMQ whether to try again, and holds a code, never a foreign message. */
  run(job: TaskJob, token: string | undefined): Promise<void> {
    return withCorrelation(job.data.correlationId ?? job.id ?? '', () => this.attempt(job, token));
  }

  /** Gives up one job: another worker may have it. */
  abort(jobId: string, reason: Error): void {
    this.runs.get(jobId)?.abort(reason);
  }

  /** Gives up everything; what fails from now on goes back to the queue as it was. */
  abortAll(reason: Error): void {
    this.stopping = reason;
    for (const run of this.runs.values()) run.abort(reason);
  }

  /** The job ended its process too often, and BullMQ will not give it out again. */
  async bury(job: TaskJob, reason: Error): Promise<void> {
    await this.writeOff(job, reason);
  }

  private async attempt(job: TaskJob, token: string | undefined): Promise<void> {
    const started = performance.now();
    const end = (outcome: RunOutcome) => this.metrics.observe(job.name, outcome, performance.now() - started);
    try {
      const handled = this.handlers.handlerOf(job.name);
      if (!handled) throw undefinedTask(job.name);
      if (job.data.taskId === undefined) await this.runPlain(job, handled);
      else await this.runRecorded(job, handled, job.data.taskId);
      end('completed');
    } catch (error) {
      throw await this.settle(job, token, error, end);
    } finally {
      this.runs.delete(job.id ?? '');
    }
  }

  private async runPlain(job: TaskJob, { definition, handle }: HandledTask): Promise<void> {
    const run = new TaskRun(definition, { attempt: job.attemptsMade + 1, progress: NO_PROGRESS });
    this.runs.set(job.id ?? '', run);
    await run.within(() => handle(job.data.payload, run));
  }

  /** A record that ended or was cancelled meanwhile is left as it is. */
  private async runRecorded(job: TaskJob, { definition, handle }: HandledTask, taskId: string): Promise<void> {
    const hold = await this.ledger.begin(taskId);
    if (!hold) return;
    const progress = (percent: number, message?: string) => this.ledger.progress(taskId, percent, message);
    const run = new TaskRun(definition, { attempt: job.attemptsMade + 1, taskId, progress });
    this.runs.set(job.id ?? '', run);
    const stopBeating = this.ledger.beat(hold, (lost) => run.abort(lost));
    try {
      const output = await run.within(() => handle(job.data.payload, run));
      await this.ledger.complete(hold, output);
    } finally {
      stopBeating();
    }
  }

  private async settle(
    job: TaskJob,
    token: string | undefined,
    error: unknown,
    end: (outcome: RunOutcome) => void,
  ): Promise<Error> {
    const fields = {
      err: error,
      task: job.name,
      jobId: job.id,
      taskId: job.data.taskId,
      attempt: job.attemptsMade + 1,
    };
    if (this.stopping && isRetryable(error)) {
      await job.moveToWait(token);
      end('returned');
      return new WaitingError();
    }
    if (isRetryable(error) && job.attemptsMade + 1 < (job.opts.attempts ?? 1)) {
      this.logger.warn(fields, 'a task failed and will be tried again');
      end('retried');
      await this.noteFailure(job, error);
      return withoutStack(new Error(failureReason(error).code));
    }
    try {
      await this.writeOff(job, error);
    } catch (unwritten) {
      this.logger.error({ err: unwritten, task: job.name, jobId: job.id }, 'a dead letter could not be written');
      await job.moveToDelayed(Date.now() + UNWRITTEN_MS, token);
      return new DelayedError();
    }
    this.logger.error(fields, 'a task failed for good: see its dead letter');
    end('dead');
    return withoutStack(new UnrecoverableError(failureReason(error).code));
  }

  private async noteFailure({ data, name }: TaskJob, error: unknown): Promise<void> {
    if (data.taskId === undefined) return;
    await this.ledger.willRetry(data.taskId, failureReason(error)).catch((unwritten: unknown) => {
      this.logger.warn(
        { err: unwritten, task: name, taskId: data.taskId },
        'the record of a failed try was not written',
      );
    });
  }

  private async writeOff(job: TaskJob, error: unknown): Promise<void> {
    const { payload, taskId } = job.data;
    const reason = failureReason(error);
    if (taskId !== undefined) await this.ledger.fail(taskId, reason);
    await this.deadLetters.add({
      agent: job.queueName,
      task: job.name,
      taskId,
      payload,
      reason,
      attempts: job.attemptsMade + 1,
    });
  }
}

/** BullMQ keeps stacks with the job; ours is in the log already. */
function withoutStack(error: Error): Error {
  error.stack = '';
  return error;
}
