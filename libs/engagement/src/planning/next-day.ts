import { localTime } from './local-time.js';
import { offsetAt } from './zone-offset.js';

const DAY_MS = 86_400_000;

/** The first instant of the day after, by the calendar of `zone`: at midnight, or when the clocks have skipped it. */
export function nextDay(zone: string, at: Date): Date {
  const { day } = localTime(zone, at);
  for (let now = at.getTime(); ;) {
    const { until, offset } = offsetAt(zone, now) ?? { until: Infinity, offset: 0 };
    const midnight = Math.max(now, (day + 1) * DAY_MS - offset);
    if (midnight < until) return new Date(midnight);
    now = until;
  }
}
