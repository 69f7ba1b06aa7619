import { offsetAt } from './zone-offset.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** `from` inclusive, `until` exclusive. */
export interface TimeWindow {
  readonly from: Date;
  readonly until: Date;
}

/** Minutes of the local day, over midnight when `from` is later; the whole day when both are the same. */
export interface DayPart {
  readonly from: number;
  readonly until: number;
}

/**
 * When clocks in `zone` show a time of `part`, between two instants, in order. What a clock change skips is left out, and what it repeats
 * comes twice. None for a zone that there is none of.
 */
export function timesOfDay(zone: string, part: DayPart, from: Date, until: Date): TimeWindow[] {
  const windows: { from: number; until: number }[] = [];
  for (let at = from.getTime(); at < until.getTime();) {
    const span = offsetAt(zone, at);
    if (!span) return [];
    const end = Math.min(span.until, until.getTime());
    for (const [begins, ends] of within(part, at + span.offset, end + span.offset))
      append(windows, begins - span.offset, ends - span.offset);
    at = end;
  }
  return windows.map((window) => ({ from: new Date(window.from), until: new Date(window.until) }));
}

/** The parts of days between two readings of the clock that does not change meanwhile. */
function* within(part: DayPart, from: number, until: number): Generator<readonly [number, number]> {
  const length = (part.until - part.from + (part.until <= part.from ? 1440 : 0)) * MINUTE_MS;
  for (let day = Math.floor(from / DAY_MS) - 1; day * DAY_MS < until; day += 1) {
    const begins = Math.max(from, day * DAY_MS + part.from * MINUTE_MS);
    const ends = Math.min(until, day * DAY_MS + part.from * MINUTE_MS + length);
    if (begins < ends) yield [begins, ends];
  }
}

/** Windows that touch are one. */
function append(windows: { from: number; until: number }[], from: number, until: number): void {
  const last = windows.at(-1);
  if (last?.until === from) last.until = until;
  else windows.push({ from, until });
}
