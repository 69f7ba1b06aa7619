import { Injectable } from '@nestjs/common';

import { Schedule } from '#agents';
import { RowPruning } from '#database';
import { Clock } from '#kernel';

import { ErasedPeople } from '../followers/erased-people.service.js';
import { PRUNABLE_ENGAGEMENTS } from './prunable-engagements.js';

/** A year, and a month to look back at it. */
const KEPT_MS = 400 * 86_400_000;
const LONGEST_MS = 10 * 60_000;

/** Lets go of what was long ago, and of people who are erased. */
@Injectable()
export class EngagementUpkeepSchedule {
  constructor(
    private readonly pruning: RowPruning,
    private readonly erased: ErasedPeople,
    private readonly clock: Clock,
  ) {}

  @Schedule({
    id: 'engagement_upkeep',
    name: 'Engagement: forget outreaches of long ago',
    cron: '10 5 * * *',
    zone: 'UTC',
  })
  async prune(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    const signal = AbortSignal.timeout(LONGEST_MS);
    await this.pruning.prune(PRUNABLE_ENGAGEMENTS, { before, dryRun: false, signal });
    await this.erased.eraseAll();
  }
}
