import { FREQUENCIES, type Frequency } from '../planning/frequency.js';
import { isQuiet, type QuietHours } from '../planning/quiet-hours.js';
import { DEFAULT_FREQUENCY } from './frequency-after-wish.js';

const DAY = 24 * 60;

/** What somebody allows, under each of two addresses that turn out to be one person's. */
export interface Allowed {
  readonly frequency: Frequency | null;
  readonly quietHours: QuietHours | null;
}

/** What both allow: the rarer, and only when it is quiet under neither. */
export function stricterOf(one: Allowed, other: Allowed): Allowed {
  return {
    frequency: rank(one.frequency) <= rank(other.frequency) ? one.frequency : other.frequency,
    quietHours:
      one.quietHours && other.quietHours
        ? quietInEither(one.quietHours, other.quietHours)
        : (one.quietHours ?? other.quietHours),
  };
}

function rank(frequency: Frequency | null): number {
  return FREQUENCIES.indexOf(frequency ?? DEFAULT_FREQUENCY);
}

/** Between the longest stretch that is quiet under neither; when there is none, the longer of the two. */
function quietInEither(one: QuietHours, other: QuietHours): QuietHours {
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
