import type { MoodProfile } from '../moods/mood-profile.js';
import type { Signals } from './signals.js';
import { thresholdsOf } from './thresholds.js';

/** What must be there before each action, in this mood and this group. Times in seconds. */
export interface Needs {
  readonly mood: MoodProfile;
  readonly joinMessages: number;
  readonly joinMomentum: number;
  readonly joinPause: number;
  readonly fomoMessages: number;
  readonly fomoPause: number;
  readonly engagePause: number;
  readonly sharePause: number;
  readonly quiet: number;
}

const SHARE_PAUSE = 3_600;
/** Two actions may go unnoticed; each more makes it wait a quarter longer, up to three times as long. */
const UNNOTICED = 2;
const MOST_PATIENCE = 3;
/** Below half of its usual activity a group may be asleep: the silence must be longer then. */
const DROWSY = 0.5;
const DROWSY_FACTOR = 1.5;

/**
 * The mood's thresholds, bent by the group: a welcome companion and a topic that it likes make it sooner, a sour tone and being ignored
 * later. Nothing of this depends on the mood, so what a more sociable mood needs is never more.
 */
export function needsOf(mood: MoodProfile, signals: Signals): Needs {
  const thresholds = thresholdsOf(mood);
  const reluctance = 1 - 0.25 * signals.reception - 0.25 * signals.interest + 0.5 * Math.max(0, -signals.sentiment);
  const patience = Math.min(MOST_PATIENCE, 1 + 0.25 * Math.max(0, signals.ignored - UNNOTICED));
  const quiet = Math.ceil(thresholds.quiet * (signals.usual < DROWSY ? DROWSY_FACTOR : 1));
  return {
    mood,
    joinMessages: Math.ceil(thresholds.joinMessages * reluctance),
    joinMomentum: thresholds.joinMomentum,
    joinPause: Math.ceil(thresholds.joinPause * patience),
    fomoMessages: Math.ceil(thresholds.fomoMessages * reluctance),
    fomoPause: Math.ceil(thresholds.fomoPause * patience),
    engagePause: Math.ceil(thresholds.engagePause * patience * (1 - 0.3 * signals.affinity)),
    sharePause: Math.ceil(SHARE_PAUSE * patience),
    quiet,
  };
}
