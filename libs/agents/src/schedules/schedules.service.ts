import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Interval } from '@nestjs/schedule';

import { Clock, newId } from '#kernel';
import { Logger, withCorrelation } from '#telemetry';

import { scheduleNotFound } from '../agents.errors.js';
import { checkSchedules } from './check-schedules.js';
import type { ScheduleOptions } from './schedule-options.js';
import { ScheduleRunner, type SlotWork } from './schedule-runner.js';
import { scheduleMarks, type ScheduleMark } from './schedule.decorator.js';
import { SlotLedger } from './slot-ledger.service.js';

const TICK_MS = 1_000;

export interface ScheduleState {
  readonly id: string;
  readonly name: string;
  readonly nextRun: Date;
  readonly lastRun: Date | null;
}

/** The schedules of this process. */
@Injectable()
export class Schedules implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly runners: ScheduleRunner[] = [];
  private started = false;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly ledger: SlotLedger,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    for (const provider of new Set(this.discovery.getProviders().map(({ instance }) => instance as unknown))) {
      if (!(provider instanceof Object)) continue;
      for (const mark of scheduleMarks(provider.constructor)) this.add(mark.options, workOf(provider, mark));
    }
  }

  /**
   * One more schedule of this process, from its first tick on.
   * @throws AppError `agents.bad-schedule`
   */
  add(options: ScheduleOptions, work: SlotWork): void {
    checkSchedules([...this.runners.map((runner) => runner.options), options]);
    const run = () => withCorrelation(newId(), work);
    this.runners.push(new ScheduleRunner(options, run, this.ledger, this.clock, this.logger));
  }

  onApplicationBootstrap(): void {
    this.started = true;
  }

  @Interval(TICK_MS)
  tick(): void {
    if (!this.started) return;
    for (const runner of this.runners) {
      runner.tick().catch((error: unknown) => {
        this.logger.error({ err: error, schedule: runner.options.id }, 'a schedule could not look at its slots');
      });
    }
  }

  list(): Promise<ScheduleState[]> {
    return Promise.all(
      this.runners.map(async (runner) => {
        const { id, name } = runner.options;
        return { id, name, nextRun: runner.nextRun(), lastRun: await this.ledger.lastRun(id) };
      }),
    );
  }

  /**
   * Runs a schedule now, once, beside its slots. Resolves when it is done; that it failed is in the log.
   * @throws AppError `schedule.not-found`
   */
  async trigger(id: string): Promise<void> {
    const runner = this.runners.find(({ options }) => options.id === id);
    if (!runner) throw scheduleNotFound();
    await runner.trigger();
  }

  /** Resolves when no schedule works. */
  async settled(): Promise<void> {
    await Promise.all(this.runners.map((runner) => runner.settled()));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.started = false;
    await this.settled();
  }
}

function workOf(provider: object, { method }: ScheduleMark): () => Promise<void> {
  const work = (provider as Record<string, () => Promise<void>>)[method]!;
  return () => work.call(provider);
}
