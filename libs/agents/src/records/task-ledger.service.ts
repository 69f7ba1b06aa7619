import { Injectable } from '@nestjs/common';
import { DataSource, In, type UpdateResult } from 'typeorm';

import { Clock } from '#kernel';
import { Logger } from '#telemetry';

import { lockLost } from '../agents.errors.js';
import type { FailureReason } from '../worker/failure-reason.js';
import { TaskEntity, type TaskStatus } from './task.entity.js';

/** The right to write the end of a running task; whoever began it later has taken it away. */
export interface TaskHold {
  readonly taskId: string;
  readonly attempt: number;
}

/** How often a running task is confirmed. */
export const HEARTBEAT_MS = 10_000;

/** The life of a task record while it is worked on. */
@Injectable()
export class TaskLedger {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Undefined when the task has ended, or is unknown: then there is nothing to do. */
  async begin(taskId: string): Promise<TaskHold | undefined> {
    const now = this.clock.now();
    const result = await this.tasks
      .createQueryBuilder()
      .update()
      .set({
        status: 'running',
        attempts: () => 'attempts + 1',
        startedAt: () => 'coalesce(started_at, :now)',
        heartbeatAt: now,
      })
      .where({ id: taskId, status: In(['queued', 'running']) })
      .setParameter('now', now)
      .returning('attempts')
      .execute();
    const [row] = result.raw as { attempts: number }[];
    return row && { taskId, attempt: row.attempts };
  }

  /** Confirms the task until the returned function is called, and calls `onLost` once when it is no longer ours. */
  beat(hold: TaskHold, onLost: (reason: Error) => void): () => void {
    const timer = setInterval(() => {
      this.updateHeld(hold, { heartbeatAt: this.clock.now() }).then(
        ({ affected }) => {
          if (affected === 0) onLost(lockLost(hold.taskId));
        },
        (error: unknown) => this.logger.warn({ err: error, taskId: hold.taskId }, 'a running task was not confirmed'),
      );
    }, HEARTBEAT_MS);
    return () => clearInterval(timer);
  }

  async progress(taskId: string, percent: number, message?: string): Promise<void> {
    const progress = Math.min(100, Math.max(0, Math.round(percent)));
    await this.tasks.update({ id: taskId, status: 'running' }, { progress, progressMessage: message ?? null });
  }

  async complete(hold: TaskHold, output: unknown): Promise<void> {
    const end = { progress: 100, outputData: (output ?? null) as never, error: null, finishedAt: this.clock.now() };
    await this.updateHeld(hold, { ...end, status: 'completed' });
  }

  async willRetry(taskId: string, error: FailureReason): Promise<void> {
    await this.tasks.update({ id: taskId, status: 'running' }, { status: 'queued', error: { ...error } });
  }

  async fail(taskId: string, error: FailureReason): Promise<void> {
    const unfinished: TaskStatus[] = ['queued', 'running'];
    const end = { status: 'failed', error: { ...error }, finishedAt: this.clock.now() } as const;
    await this.tasks.update({ id: taskId, status: In(unfinished) }, end);
  }

  /** A failed task waits again. */
  async reopen(taskId: string): Promise<void> {
    await this.tasks.update({ id: taskId, status: 'failed' }, { status: 'queued', finishedAt: null, progress: 0 });
  }

  private updateHeld({ taskId, attempt }: TaskHold, values: Partial<TaskEntity>): Promise<UpdateResult> {
    return this.tasks.update({ id: taskId, status: 'running', attempts: attempt }, values as never);
  }

  private get tasks() {
    return this.dataSource.getRepository(TaskEntity);
  }
}
