import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

import { Clock } from '#kernel';

import { scheduledTaskNotFound, scheduledTaskRunning } from '../agents.errors.js';
import { HandlerDirectory } from '../handlers/handler-directory.service.js';
import { TaskRecords } from '../records/task-records.service.js';
import type { TaskName } from '../tasks/task-map.js';
import { checkSchedules } from './check-schedules.js';
import type { ScheduleOptions } from './schedule-options.js';
import type { ScheduledTask } from './scheduled-task.js';
import { Schedules } from './schedules.service.js';
import { SlotLedger } from './slot-ledger.service.js';
import { nextSlot } from './slots.js';

/** The slot came while the task of the one before, or one that was asked for, was not finished. */
const STILL_RUNNING = 'running';

export interface ScheduledTaskState {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  /** Null while it is switched off. */
  readonly nextRun: Date | null;
  readonly lastRun: Date | null;
}

/**
 * The tasks that run by the clock. Every process knows them, so that any can tell of them and start one; the clock runs where their
 * agent is.
 */
@Injectable()
export class ScheduledTasks implements OnApplicationBootstrap {
  private readonly tasks = new Map<string, ScheduledTask>();

  constructor(
    private readonly records: TaskRecords,
    private readonly schedules: Schedules,
    private readonly handlers: HandlerDirectory,
    private readonly ledger: SlotLedger,
    private readonly clock: Clock,
  ) {}

  /**
   * For modules, while they are being initialised.
   * @throws AppError `agents.bad-schedule`
   */
  add<N extends TaskName>(task: ScheduledTask<N>): void {
    checkSchedules([...[...this.tasks.values()].map(optionsOf), optionsOf(task)]);
    this.tasks.set(task.id, task);
  }

  onApplicationBootstrap(): void {
    for (const task of this.tasks.values()) {
      if (!task.enabled || !this.handlers.handlerOf(task.task)) continue;
      this.schedules.add(optionsOf(task), async () => {
        const { started } = await this.start(task, task.id);
        return started ? undefined : STILL_RUNNING;
      });
    }
  }

  /** Whether the clock of any of them runs in this process. */
  get runsHere(): boolean {
    return [...this.tasks.values()].some(({ task }) => this.handlers.handlerOf(task));
  }

  list(): Promise<ScheduledTaskState[]> {
    return Promise.all(
      [...this.tasks.values()].map(async (task) => ({
        id: task.id,
        name: task.name,
        enabled: task.enabled,
        nextRun: task.enabled ? nextSlot(optionsOf(task), this.clock.now()) : null,
        lastRun: await this.ledger.lastRun(task.id),
      })),
    );
  }

  /**
   * Starts it now, beside its slots.
   * @throws AppError `scheduled-task.not-found`, `scheduled-task.running` (with the id of the running task)
   */
  async trigger(id: string, requestedBy: string): Promise<{ readonly taskId: string }> {
    const task = this.tasks.get(id);
    if (!task) throw scheduledTaskNotFound();
    const { taskId, started } = await this.start(task, requestedBy);
    if (!started) throw scheduledTaskRunning(taskId);
    await this.ledger.noteTriggered(id, this.clock.now());
    return { taskId };
  }

  private start(
    { id, task, payload }: ScheduledTask,
    requestedBy: string,
  ): Promise<{ readonly taskId: string; readonly started: boolean }> {
    return this.records.start(task, payload, { requestedBy, key: scheduleKey(id) });
  }
}

/** The key of a schedule's tasks: of those only one is unfinished at a time, whoever started it. */
export function scheduleKey(scheduleId: string): string {
  return `schedule:${scheduleId}`;
}

function optionsOf<N extends TaskName>({ id, name, rhythm, catchUpMs }: ScheduledTask<N>): ScheduleOptions {
  return { id, name, ...rhythm, ...(catchUpMs !== undefined && { catchUpMs }) };
}
