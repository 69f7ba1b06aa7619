import { isQuiet, type QuietHours } from '../planning/quiet-hours.js';

const DAY = 24 * 60;

/** Between the longest stretch that is quiet under neither; when there is none, the longer of the two. */
export function quietInEither(one: QuietHours, other: QuietHours): QuietHours {
  let open = 0;
  let longest = { length: 0, ends: 0 };
  // Twice around, for the stretch that goes over midnight.
  for (let minute = 0; minute < 2 * DAY; minute++) {
    open = isQuiet(one, minute % DAY) || isQuiet(other, minute % DAY) ? 0 : open + 1;
    if (open > longest.length) longest = { length: Math.min(open, DAY), ends: minute + 1 };
  }
  if (longest.length === DAY) return one;
  if (longest.length === 0) return lengthOf(one) >= lengthOf(other) ? one : other;
  return { from: longest.ends % DAY, until: (longest.ends - longest.length) % DAY };
}

function lengthOf({ from, until }: QuietHours): number {
  return (until - from + DAY) % DAY;
}
