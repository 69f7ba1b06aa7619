import { nextMood } from '../moods/next-mood.js';
import { isMood } from './mood-of.js';

/** The mood that a group is in, and until when. */
export interface GroupMood {
  readonly mood: string;
  /** Null only while it is frozen. */
  readonly moodUntil: Date | null;
  readonly moodFrozen: boolean;
}

/** After a long time without a look not every mood of it is gone through: they have no memory that goes so far. */
const MOST_TURNS = 50;
const HOUR_MS = 3_600_000;

/**
 * The mood as it is by now. Each that is over is followed by the next, at the time at which it ended; so it makes no difference how often, or
 * where, it is looked at. `utcOffset` in seconds, `seed` of the group.
 */
export function rotatedMood(before: GroupMood, utcOffset: number, seed: number, now: Date): GroupMood {
  if (before.moodFrozen) return { ...before, moodUntil: null };
  let mood = before.mood;
  let until = before.moodUntil ?? new Date(now.getTime() + HOUR_MS);
  for (let turn = 0; turn < MOST_TURNS && until <= now; turn += 1) {
    const next = nextMood(isMood(mood) ? mood : 'neutral', Math.floor(until.getTime() / 1_000) + utcOffset, seed);
    mood = next.mood;
    until = new Date((next.until - utcOffset) * 1_000);
  }
  return { mood, moodUntil: until <= now ? new Date(now.getTime() + HOUR_MS) : until, moodFrozen: false };
}
