import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';

import { Clock, isId, newId } from '#kernel';
import { Logger } from '#telemetry';

import { taskNotFound, turnHasNoRecord } from '../agents.errors.js';
import { TaskQueues } from '../queue/task-queues.service.js';
import type { PayloadOf, TaskName } from '../tasks/task-map.js';
import { taskDefinition } from '../tasks/task-registry.js';
import { TaskLedger } from './task-ledger.service.js';
import { TaskEntity } from './task.entity.js';

export interface StartOptions {
  /** Who wants it: a principal's id, or the id of a schedule. */
  readonly requestedBy: string;
  /** While a task of the same name and key is unfinished, no second one is started. */
  readonly key?: string;
}

/** Work that somebody wants to follow: it has a row from the moment it is asked for. */
@Injectable()
export class TaskRecords {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queues: TaskQueues,
    private readonly ledger: TaskLedger,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Once it resolved, the task is in Postgres and will run, whatever becomes of the queue. With a key that is taken, the id
   * of the task that has it, and that none was started.
   * @throws AppError `agents.undefined-task`, `agents.turn-has-no-record`
   */
  async start<N extends TaskName>(
    name: N,
    payload: PayloadOf<N>,
    { requestedBy, key }: StartOptions,
  ): Promise<{ readonly taskId: string; readonly started: boolean }> {
    const { agent, turn } = taskDefinition(name);
    if (turn) throw turnHasNoRecord(name);
    for (;;) {
      const row = { id: newId(), name, agent, key: key ?? null, input: payload as never, requestedBy };
      const result = await this.tasks
        .createQueryBuilder()
        .insert()
        .values({ ...row, createdAt: this.clock.now() })
        .orIgnore()
        .returning('id')
        .execute();
      if ((result.raw as unknown[]).length > 0) {
        await this.enqueue(name, row.id, payload);
        return { taskId: row.id, started: true };
      }
      const holder = await this.tasks.findOneBy({ name, key, status: In(['queued', 'running']) });
      if (holder) return { taskId: holder.id, started: false };
    }
  }

  /** Notes how far a running task is, 0-100 percent. */
  progress(taskId: string, percent: number, message?: string): Promise<void> {
    return this.ledger.progress(taskId, percent, message);
  }

  /** @throws AppError `task.not-found` */
  async get(taskId: string): Promise<TaskEntity> {
    const task = isId(taskId) ? await this.tasks.findOneBy({ id: taskId }) : null;
    if (!task) throw taskNotFound();
    return task;
  }

  private async enqueue(name: string, taskId: string, payload: unknown): Promise<void> {
    try {
      await this.queues.add(name, [{ payload, taskId }]);
    } catch (error) {
      this.logger.warn({ err: error, task: name, taskId }, 'the queue did not take a task; the sweep will bring it');
    }
  }

  private get tasks() {
    return this.dataSource.getRepository(TaskEntity);
  }
}
