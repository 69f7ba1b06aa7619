import type { QuietHours } from './quiet-hours.js';
import { timesOfDay, type TimeWindow } from './times-of-day.js';

/** When it is outside the quiet hours in every one of the zones, in order: nowhere is never. */
export function allowedWindows(
  zones: readonly string[],
  quiet: QuietHours,
  from: Date,
  until: Date,
): readonly TimeWindow[] {
  const awake = { from: quiet.until, until: quiet.from };
  const [first, ...others] = zones.map((zone) => timesOfDay(zone, awake, from, until));
  return others.reduce(common, first ?? []);
}

/** The windows of both. */
function common(some: readonly TimeWindow[], others: readonly TimeWindow[]): TimeWindow[] {
  const windows: TimeWindow[] = [];
  for (let one = 0, other = 0; one < some.length && other < others.length;) {
    const [a, b] = [some[one]!, others[other]!];
    const from = a.from > b.from ? a.from : b.from;
    const until = a.until < b.until ? a.until : b.until;
    if (from < until) windows.push({ from, until });
    if (a.until < b.until) one += 1;
    else other += 1;
  }
  return windows;
}
