import { FREQUENCIES, type Frequency } from '../planning/frequency.js';
import type { QuietHours } from '../planning/quiet-hours.js';
import { DEFAULT_FREQUENCY } from './frequency-after-wish.js';
import { quietInEither } from './quiet-in-either.js';

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
