import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Brackets, DataSource } from 'typeorm';

import { Clock } from '#kernel';
import { Logger } from '#telemetry';

import { HandlerDirectory } from '../handlers/handler-directory.service.js';
import { TaskQueues } from '../queue/task-queues.service.js';
import { HEARTBEAT_MS } from './task-ledger.service.js';
import { TaskEntity } from './task.entity.js';

const SWEEP_MS = 5_000;
const QUEUED_MS = 5_000;
const SILENT_MS = 3 * HEARTBEAT_MS;
const BATCH = 500;

/** Brings back tasks whose job was lost with the queue, or with the process that ran it. */
@Injectable()
export class TaskSweep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queues: TaskQueues,
    private readonly handlers: HandlerDirectory,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  @Interval(SWEEP_MS)
  async tick(): Promise<void> {
    try {
      await this.sweep();
    } catch (error) {
      this.logger.error({ err: error }, 'lost tasks could not be queued again; the next sweep tries it');
    }
  }

  /** Queues whatever should be in the queue. A job that is there already has the same id, and nothing happens. */
  async sweep(): Promise<void> {
    const names = this.handlers.tasks;
    if (names.length === 0) return;
    const overdue = await this.overdue(names);
    for (const name of new Set(overdue.map((task) => task.name))) {
      const lost = overdue.filter((task) => task.name === name);
      await this.queues.add(
        name,
        lost.map(({ id, input }) => ({ payload: input, taskId: id })),
      );
    }
  }

  private overdue(names: readonly string[]): Promise<TaskEntity[]> {
    const now = this.clock.now().getTime();
    return this.dataSource
      .getRepository(TaskEntity)
      .createQueryBuilder('task')
      .where('task.name IN (:...names)', { names })
      .andWhere(
        new Brackets((lost) =>
          lost
            .where(`task.status = 'queued' AND task.createdAt < :queued`, { queued: new Date(now - QUEUED_MS) })
            .orWhere(`task.status = 'running' AND task.heartbeatAt < :silent`, { silent: new Date(now - SILENT_MS) }),
        ),
      )
      .orderBy('task.createdAt')
      .take(BATCH)
      .getMany();
  }
}
