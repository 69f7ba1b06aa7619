import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { ServerConfig } from '#config';

import { GROUPS_SQL, NOT_PLANNED_SQL, QUARTERS_SQL, RESPONSES_SQL, SKIPPED_SQL, TOTALS_SQL } from './analytics.sql.js';
import type { CountedGroup, EngagementCounts } from './engagement-counts.js';
import { hourGroups, type CountedQuarter } from './hour-groups.js';

export const ANALYTICS_GROUPS = ['type', 'hour', 'stage', 'variant', 'day'] as const;
export type AnalyticsGroup = (typeof ANALYTICS_GROUPS)[number];

/** Engagements that were planned within a time: `from` included, `to` not. */
export interface AnalyticsWish {
  readonly from: Date;
  readonly to: Date;
  readonly groupBy?: AnalyticsGroup;
}

export interface ResponseTimes {
  /** In minutes; null while nobody has answered. */
  readonly p50: number | null;
  readonly p90: number | null;
  /** Of those whose outcome is known, the share that was answered within so many minutes. */
  readonly curve: readonly { readonly withinMinutes: number; readonly share: number }[];
}

export interface EngagementFigures {
  readonly totals: EngagementCounts;
  /** Plans that came to nothing. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Looks at people that came to no plan. */
  readonly notPlanned: Readonly<Record<string, number>>;
  readonly groups: readonly CountedGroup[];
  readonly responses: ResponseTimes;
}

const STEPS = [1, 5, 15, 30, 60, 120, 240, 480, 720, 1_440];
const NOTHING: EngagementCounts = { planned: 0, sent: 0, answered: 0, ignored: 0, optedOut: 0, sentiment: null };

/** What came of writing first, counted from its rows. */
@Injectable()
export class EngagementAnalytics {
  constructor(
    private readonly dataSource: DataSource,
    private readonly server: ServerConfig,
  ) {}

  async figures({ from, to, groupBy }: AnalyticsWish): Promise<EngagementFigures> {
    const range = [from, to];
    const [[totals], skipped, notPlanned, groups, responses] = await Promise.all([
      this.dataSource.query<EngagementCounts[]>(TOTALS_SQL, range),
      this.dataSource.query<ReasonCount[]>(SKIPPED_SQL, range),
      this.dataSource.query<ReasonCount[]>(NOT_PLANNED_SQL, range),
      groupBy ? this.groups(groupBy, from, to) : [],
      this.responses(from, to),
    ]);
    return {
      totals: totals ?? NOTHING,
      ...{ skipped: byReason(skipped), notPlanned: byReason(notPlanned), groups, responses },
    };
  }

  private async groups(groupBy: AnalyticsGroup, from: Date, to: Date): Promise<readonly CountedGroup[]> {
    const zone = this.server.timeZone;
    if (groupBy === 'hour') {
      return hourGroups(await this.dataSource.query<CountedQuarter[]>(QUARTERS_SQL, [from, to]), zone);
    }
    return this.dataSource.query<CountedGroup[]>(GROUPS_SQL[groupBy], [from, to, zone]);
  }

  private async responses(from: Date, to: Date): Promise<ResponseTimes> {
    const [row] = await this.dataSource.query<ResponseRow[]>(RESPONSES_SQL, [from, to, STEPS]);
    const { p50 = null, p90 = null, judged = 0, within = [] } = row ?? {};
    const curve = STEPS.map((withinMinutes, place) => ({
      withinMinutes,
      share: judged === 0 ? 0 : (within[place] ?? 0) / judged,
    }));
    return { p50, p90, curve };
  }
}

interface ReasonCount {
  readonly reason: string;
  readonly count: number;
}

interface ResponseRow {
  readonly p50: number | null;
  readonly p90: number | null;
  readonly judged: number;
  readonly within: readonly number[];
}

function byReason(rows: readonly ReasonCount[]): Readonly<Record<string, number>> {
  return Object.fromEntries(rows.map(({ reason, count }) => [reason, count]));
}
