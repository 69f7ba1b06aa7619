import type { IANAZone } from 'luxon';

const MINUTE_MS = 60_000;
/** Every change of a zone's offset is smaller than this, and no zone has two within it. */
const AROUND_MS = 26 * 60 * MINUTE_MS;

/**
 * The instant at which clocks in `zone` show the wall time `wall` (a UTC time in ms that reads like it): the first of two, and
 * for a time that a clock change skips the instant of that change. Never goes back while `wall` goes on.
 */
export function localInstant(wall: number, zone: IANAZone): number {
  const before = zone.offset(wall - AROUND_MS) * MINUTE_MS;
  const after = zone.offset(wall + AROUND_MS) * MINUTE_MS;
  const early = wall - before;
  if (before === after || zone.offset(early) * MINUTE_MS === before) return early;
  const late = wall - after;
  if (zone.offset(late) * MINUTE_MS === after) return late;
  return changeBetween(late, early, zone);
}

/** The first instant with the offset that holds at `end`. */
function changeBetween(start: number, end: number, zone: IANAZone): number {
  const offset = zone.offset(end);
  let [low, high] = [start, end];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zone.offset(middle) === offset) high = middle;
    else low = middle;
  }
  return high;
}
