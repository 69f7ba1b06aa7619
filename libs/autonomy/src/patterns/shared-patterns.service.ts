import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock } from '#kernel';

import { averagePattern, learnedPattern, type ActivityPattern } from '../engine/activity-pattern.js';
import { GroupState } from '../engine/group-state.js';
import { SharedPatternEntity } from './shared-pattern.entity.js';

/** Another process makes it once an hour. */
const KEPT_MS = 10 * 60_000;
const ONLY = 1;

/** When groups are lively, as those that agreed to tell have it on average. An average of few would tell of one of them: then there is none. */
@Injectable()
export class SharedPatterns {
  private kept: { readonly pattern: ActivityPattern | null; readonly until: number } | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Null while too few groups tell. For groups that tell theirs; ten minutes old at most. Who asks within a transaction gives its manager: looks
   * that hold every connection and wait for one more would wait for ever.
   */
  async current(manager: EntityManager = this.dataSource.manager): Promise<ActivityPattern | null> {
    const now = this.clock.now().getTime();
    if (this.kept && now < this.kept.until) return this.kept.pattern;
    const row = await manager.findOneBy(SharedPatternEntity, { id: ONLY });
    const pattern = row && { hours: row.hours, weekdays: row.weekdays };
    this.kept = { pattern, until: now + KEPT_MS };
    return pattern;
  }

  /** Makes the average anew; a group that has stopped telling is not in it any more. Answers of how many it is. */
  async make(): Promise<number> {
    const rows = await this.dataSource.query<{ state: Buffer }[]>(TOLD_SQL);
    const patterns = rows.flatMap(({ state }) => learnedPattern(GroupState.restored(state)) ?? []);
    const average = averagePattern(patterns);
    await this.transactions.run(async (manager) => {
      await manager.delete(SharedPatternEntity, { id: ONLY });
      if (!average) return;
      const { hours, weekdays } = average;
      await manager.insert(SharedPatternEntity, {
        ...{ id: ONLY, hours: [...hours], weekdays: [...weekdays] },
        ...{ groups: patterns.length, madeAt: this.clock.now() },
      });
    });
    this.kept = null;
    return average ? patterns.length : 0;
  }
}

const TOLD_SQL = 'SELECT state FROM autonomy_groups WHERE share_pattern AND state IS NOT NULL';
