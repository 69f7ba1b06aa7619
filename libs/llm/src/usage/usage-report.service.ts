import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { LATENCY_BORDERS_MS } from './latency-buckets.js';
import type { UsageDays } from './usage-days.js';
import { ADDED_FIGURES, type UsageFigures } from './usage-figures.js';

export const USAGE_GROUPS = ['day', 'purpose', 'contact', 'model', 'provider'] as const;
export type UsageGroup = (typeof USAGE_GROUPS)[number];

/** The figures of one group; of the groups those that were asked for. */
export type UsageGroupRow = UsageFigures & {
  readonly day?: string;
  readonly purpose?: string;
  readonly provider?: string;
  readonly model?: string;
  readonly contact_id?: string | null;
};

/** More rows than this are not told. */
export const MOST_USAGE_ROWS = 1_000;

/** What was used on some days: altogether, by group, and today. */
export interface ReadUsage {
  readonly totals: UsageFigures;
  /** One row a group, by day, then the dearest first. One more than `MOST_USAGE_ROWS` when there are more. */
  readonly groups: UsageGroupRow[];
  readonly today: UsageFigures;
}

/** Reads what was used, at most a second behind. */
@Injectable()
export class UsageReport {
  constructor(private readonly dataSource: DataSource) {}

  /** All of one moment: usage is stored every second, and totals that are not the sum of their rows would be told otherwise. */
  read(days: UsageDays, groups: readonly UsageGroup[], today: string): Promise<ReadUsage> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => ({
      totals: await totalsOf(manager, days.from, days.to),
      groups: await groupsOf(manager, days, groups),
      today: await totalsOf(manager, today, today),
    }));
  }
}

async function totalsOf(manager: EntityManager, from: string, to: string): Promise<UsageFigures> {
  const [totals] = await manager.query<[UsageFigures]>(`SELECT ${SUMS} FROM llm_usage WHERE day BETWEEN $1 AND $2`, [
    from,
    to,
  ]);
  return totals;
}

function groupsOf(manager: EntityManager, { from, to }: UsageDays, groups: readonly UsageGroup[]) {
  const keys = groups.map((group) => COLUMN[group]);
  const shown = groups.map((group) => (group === 'day' ? 'day::text AS day' : COLUMN[group]));
  const order = [
    ...(groups.includes('day') ? ['llm_usage.day'] : []),
    'sum(cost_usd) DESC',
    'sum(calls) DESC',
    ...keys,
  ];
  return manager.query<UsageGroupRow[]>(
    `SELECT ${[...shown, SUMS].join(', ')} FROM llm_usage WHERE day BETWEEN $1 AND $2
     GROUP BY ${keys.join(', ')} ORDER BY ${order.join(', ')} LIMIT ${MOST_USAGE_ROWS + 1}`,
    [from, to],
  );
}

const COLUMN: Readonly<Record<UsageGroup, string>> = {
  day: 'llm_usage.day',
  purpose: 'purpose',
  contact: 'contact_id',
  model: 'model',
  provider: 'provider',
};

const BUCKETS = [...LATENCY_BORDERS_MS, 0].map(
  (_, index) => `coalesce(sum(latency_buckets[${index + 1}]), 0)::double precision`,
);

const SUMS = [
  ...ADDED_FIGURES.map((column) => `coalesce(sum(${column}), 0)::double precision AS ${column}`),
  'coalesce(max(latency_max_ms), 0) AS latency_max_ms',
  `ARRAY[${BUCKETS.join(', ')}] AS latency_buckets`,
].join(', ');
