import { ROOM } from './state-layout.js';
import type { ActivityPattern } from './activity-pattern.js';

/** What the operator decides for one group. */
export interface AutonomySettings {
  /** Nothing is said in a muted group, asked or not. */
  readonly muted: boolean;
  /** Unasked actions in any 60 minutes, and in any 24 hours. Never more than `MOST_ACTIONS`. */
  readonly actionsPerHour: number;
  readonly actionsPerDay: number;
  /** Answers to people who address it: so many at once, and then so many an hour, which ends a loop with a bot that doesn't say it is one. */
  readonly answersAtOnce: number;
  readonly answersPerHour: number;
  /** From UTC to the group's own time, in seconds, as it is now. */
  readonly utcOffset: number;
  /** Keyed hashes of the words that it likes to talk about, at most 32 are looked at. */
  readonly interests: readonly number[];
  /** How other groups are active, for a group of which too little is known; only with the consent of its operator. */
  readonly sharedPattern: ActivityPattern | null;
}

/** So many actions are remembered, so no cap can be higher. */
export const MOST_ACTIONS = ROOM.actions;

export const DEFAULT_AUTONOMY_SETTINGS: AutonomySettings = {
  muted: false,
  actionsPerHour: 6,
  actionsPerDay: 30,
  answersAtOnce: 8,
  answersPerHour: 30,
  utcOffset: 0,
  interests: [],
  sharedPattern: null,
};
