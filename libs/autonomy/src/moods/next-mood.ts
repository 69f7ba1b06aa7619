import { randomShare } from '../random-share.js';
import { MOODS, type MoodName } from './moods.js';
import { MOOD_TRANSITIONS, MOODS_OF_DAY } from './mood-transitions.js';

const HOUR = 3_600;
const DAY = 24 * HOUR;
/** A mood lasts between one hour and three. */
const SHORTEST = HOUR;
const LONGEST = 3 * HOUR;

/** A mood, and until when, in seconds since 1970 of the group's own clock. */
export interface MoodTurn {
  readonly mood: MoodName;
  readonly until: number;
}

/**
 * The mood that follows on `current` when it ends at that local time, and how long it lasts. Weighted by what it turns into and by the hour
 * and the weekday. The same seed and time give the same mood, so a rotation that was missed or repeated comes out alike; each group has a
 * seed of its own. Whoever freezes a mood doesn't ask.
 */
export function nextMood(current: MoodName, local: number, seed: number): MoodTurn {
  const weights = weightsAfter(current, local);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  let left = randomShare(seed, local) * total;
  const drawn = weights.find(([, weight]) => (left -= weight) < 0)?.[0] ?? 'neutral';
  const lasts = SHORTEST + Math.floor(randomShare(seed, local + 1) * (LONGEST - SHORTEST));
  return { mood: drawn, until: local + lasts };
}

/** Each mood with how likely it is now, in no unit; the current one is not among them. */
export function weightsAfter(current: MoodName, local: number): (readonly [MoodName, number])[] {
  const part = MOODS_OF_DAY[partOf(local)];
  const week = isWeekend(local) ? MOODS_OF_DAY.weekend : {};
  return moodNames()
    .filter((name) => name !== current)
    .map((name) => [name, (MOOD_TRANSITIONS[current][name] ?? 1) * (part[name] ?? 1) * (week[name] ?? 1)] as const);
}

function moodNames(): MoodName[] {
  return Object.keys(MOODS) as MoodName[];
}

function partOf(local: number): 'night' | 'morning' | 'afternoon' | 'evening' {
  const hour = Math.floor((local % DAY) / HOUR);
  if (hour < 6 || hour >= 23) return 'night';
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}

/** 1 January 1970 was a Thursday. */
function isWeekend(local: number): boolean {
  const weekday = (Math.floor(local / DAY) + 4) % 7;
  return weekday === 0 || weekday === 6;
}
