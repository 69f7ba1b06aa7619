import type { MoodProfile } from '../moods/mood-profile.js';

const MINUTE = 60;
const HOUR = 3_600;

/** What a mood asks for before it acts. Times in seconds. */
export interface Thresholds {
  readonly joinMessages: number;
  readonly joinMomentum: number;
  readonly joinPause: number;
  readonly fomoMessages: number;
  readonly fomoPause: number;
  readonly engagePause: number;
  readonly quiet: number;
}

/** From which number on a mood counts as impulsive, as sociable, as energetic. Shy has the least energy that still breaks a silence. */
export const COUNTS_AS = { impulsive: 0.5, sociable: 0.5, energetic: 0.4 } as const;

/**
 * Straight lines between what the document says of shy (0.2; 0.4 for energy), what fits its scenarios for a neutral mood (0.5), and what it says of
 * bubbly (0.95; 0.8 for impulsiveness, 0.9 for energy). Beyond these the nearest holds. Never rises with its number, so a more sociable
 * mood never waits longer.
 */
type Line = readonly (readonly [at: number, value: number])[];

/** "5+ messages" for bubbly, the scenario's 15 for neutral, "only after 40+" for shy. */
const JOIN_MESSAGES: Line = [
  [0.2, 40],
  [0.5, 15],
  [0.95, 5],
];
/** The scenario's 15 messages at 3 a minute make a momentum of 9.6. */
const JOIN_MOMENTUM: Line = [
  [0.2, 12],
  [0.5, 6],
  [0.8, 4],
];
/** "5 min since last action" for bubbly. */
const JOIN_PAUSE: Line = [
  [0.2, 90 * MINUTE],
  [0.5, 15 * MINUTE],
  [0.95, 5 * MINUTE],
];
/** "25+ messages", and shy waits for 40. */
const FOMO_MESSAGES: Line = [
  [0.2, 40],
  [0.5, 25],
];
/** "15 min since last action". */
const FOMO_PAUSE: Line = [
  [0.2, 90 * MINUTE],
  [0.5, 15 * MINUTE],
];
/** "30 min since last action", and the scenario's 45 for neutral. */
const ENGAGE_PAUSE: Line = [
  [0.5, 45 * MINUTE],
  [0.95, 30 * MINUTE],
];
/** "No messages for 2 hours" is long for bubbly, even at night, and not yet for shy. */
const QUIET: Line = [
  [0.4, 4 * HOUR],
  [0.5, 2.5 * HOUR],
  [0.9, 1.25 * HOUR],
];

const known = new WeakMap<MoodProfile, Thresholds>();

/** The thresholds of a mood, worked out once for each profile: a profile is not changed, a new one takes its place. */
export function thresholdsOf(mood: MoodProfile): Thresholds {
  const before = known.get(mood);
  if (before) return before;
  const thresholds = {
    joinMessages: on(JOIN_MESSAGES, mood.sociability),
    joinMomentum: on(JOIN_MOMENTUM, mood.impulsiveness),
    joinPause: on(JOIN_PAUSE, mood.sociability),
    fomoMessages: on(FOMO_MESSAGES, mood.sociability),
    fomoPause: on(FOMO_PAUSE, mood.sociability),
    engagePause: on(ENGAGE_PAUSE, mood.sociability),
    quiet: on(QUIET, mood.energy),
  };
  known.set(mood, thresholds);
  return thresholds;
}

function on(line: Line, at: number): number {
  const right = line.findIndex(([place]) => place >= at);
  const [toAt, to] = line.at(right) ?? [0, 0];
  if (right <= 0) return to;
  const [fromAt, from] = line[right - 1] ?? [toAt, to];
  const value = from + (to - from) * ((at - fromAt) / (toAt - fromAt));
  // 15, not 15.000000000000002, which would be one message more.
  return Math.round(value * 1_000) / 1_000;
}
