import { isQuiet, type QuietHours } from '../planning/quiet-hours.js';
import { quietInEither } from './quiet-in-either.js';

const DAY = 24 * 60;
/** Longer than that nobody is open: the other end of the night is moved, too. */
const LONGEST_OPEN = 18 * 60;
/** What is left open then. */
const LEFT_OPEN = 2 * 60;

/** Their quiet hours after "not before ten" (minutes of the day) or "not after nine": the other end stays, unless that would leave no night. */
export function quietAfterWish(quiet: QuietHours, kind: 'not-before' | 'not-after', minutes: number): QuietHours {
  if (kind === 'not-before') {
    const open = wrapped(quiet.from - minutes);
    return open > 0 && open <= LONGEST_OPEN
      ? { from: quiet.from, until: minutes }
      : { from: wrapped(minutes + LEFT_OPEN), until: minutes };
  }
  const open = wrapped(minutes - quiet.until);
  return open > 0 && open <= LONGEST_OPEN
    ? { from: minutes, until: quiet.until }
    : { from: minutes, until: wrapped(minutes - LEFT_OPEN) };
}

/** With one more stretch of the day; null when that would be two stretches, which cannot be kept, or would leave no day. */
export function quietDuring(quiet: QuietHours, more: QuietHours): QuietHours | null {
  const after = quietInEither(quiet, more);
  const wanted = minutesThat((minute) => isQuiet(quiet, minute) || isQuiet(more, minute));
  const kept = minutesThat((minute) => isQuiet(after, minute));
  return kept === wanted && kept <= DAY - LEFT_OPEN ? after : null;
}

function minutesThat(are: (minute: number) => boolean): number {
  return Array.from({ length: DAY }, (_, minute) => are(minute)).filter(Boolean).length;
}

function wrapped(minutes: number): number {
  return (minutes + DAY) % DAY;
}
