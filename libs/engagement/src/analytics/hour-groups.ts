import { whereabouts, type WhereaboutsKnown } from '../people/whereabouts.js';
import { localTime } from '../planning/local-time.js';
import { addCounts, type CountedGroup, type EngagementCounts } from './engagement-counts.js';

/** What was sent to one person within a quarter of an hour. */
export interface CountedQuarter extends EngagementCounts, WhereaboutsKnown {
  readonly at: Date;
}

/** By the hour of their own day, `00` to `23`; of whoever may be in several zones, in the first of them. */
export function hourGroups(quarters: readonly CountedQuarter[], setting: string): readonly CountedGroup[] {
  const groups = new Map<string, EngagementCounts>();
  for (const quarter of quarters) {
    const zone = whereabouts(quarter, setting).zones[0] ?? setting;
    const key = String(Math.floor(localTime(zone, quarter.at).minute / 60)).padStart(2, '0');
    const { planned, sent, answered, ignored, optedOut, sentiment } = quarter;
    const counts = { planned, sent, answered, ignored, optedOut, sentiment };
    const before = groups.get(key);
    groups.set(key, before ? addCounts(before, counts) : counts);
  }
  return [...groups].map(([key, counts]) => ({ key, ...counts })).sort((a, b) => (a.key < b.key ? -1 : 1));
}
