import { Injectable } from '@nestjs/common';

import { Schedule } from '#agents';
import { RowPruning } from '#database';
import { Clock } from '#kernel';

import { PRUNABLE_SAFETY_INCIDENTS } from './prunable-incidents.js';

/** What somebody has looked at is kept for a year. */
const KEPT_MS = 365 * 86_400_000;
/** A day's worth of it takes seconds. */
const LONGEST_MS = 10 * 60_000;

/** Lets go of incidents that have been handled long ago. */
@Injectable()
export class IncidentSchedule {
  constructor(
    private readonly pruning: RowPruning,
    private readonly clock: Clock,
  ) {}

  @Schedule({
    id: 'safety_cleanup',
    name: 'Safety: forget incidents handled a year ago',
    cron: '40 3 * * *',
    zone: 'UTC',
  })
  async prune(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    await this.pruning.prune(PRUNABLE_SAFETY_INCIDENTS, {
      before,
      dryRun: false,
      signal: AbortSignal.timeout(LONGEST_MS),
    });
  }
}
