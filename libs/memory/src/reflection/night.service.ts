import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';

import { MemoryUpkeep } from '../facts/memory-upkeep.service.js';
import { PastPlans } from './past-plans.service.js';
import type { ReflectionReport } from './reflection-report.js';
import { Reflection, type ReflectionContext } from './reflection.service.js';

/** Rows at a time: others get their turn in between. */
const BATCH = 200;
/** What somebody felt longer ago is not told any more, in days. */
const FEELINGS_KEPT_DAYS = 400;
const DAY_MS = 86_400_000;

/** Everything that is done with what is remembered at night. A repeat goes on where the one before was ended. */
@Injectable()
export class Night {
  constructor(
    private readonly upkeep: MemoryUpkeep,
    private readonly plans: PastPlans,
    private readonly reflection: Reflection,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Rejects with the signal's reason when that aborts. */
  async run(context: ReflectionContext): Promise<ReflectionReport> {
    const now = this.clock.now();
    const { signal } = context;
    const expired = await inBatches((limit) => this.upkeep.expire(now, limit), signal);
    const pastPlans = await this.plans.close(now, signal);
    const closed = await inBatches((limit) => this.upkeep.closeEnded(now, limit), signal);
    await inBatches((limit) => this.dropFeelings(now, limit), signal);
    const reflected = await this.reflection.run(context);
    return { ...reflected, past_plans: pastPlans, closed, expired };
  }

  private async dropFeelings(now: Date, limit: number): Promise<number> {
    const [, dropped] = await this.dataSource.query<[unknown, number]>(
      'DELETE FROM emotional_states WHERE id IN (SELECT id FROM emotional_states WHERE at < $1 LIMIT $2)',
      [new Date(now.getTime() - FEELINGS_KEPT_DAYS * DAY_MS), limit],
    );
    return dropped;
  }
}

/** Until a batch is not full any more. */
async function inBatches(work: (limit: number) => Promise<number>, signal: AbortSignal): Promise<number> {
  let total = 0;
  for (;;) {
    signal.throwIfAborted();
    const done = await work(BATCH);
    total += done;
    if (done < BATCH) return total;
  }
}
