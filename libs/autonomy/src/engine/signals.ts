import { usualActivity } from './activity-pattern.js';
import type { AutonomySettings } from './autonomy-settings.js';
import type { GroupState } from './group-state.js';
import { affinityOf, speakersWithin } from './member-table.js';
import { messagesInFiveMinutes, messagesInHour } from './minute-counts.js';
import { momentumAt } from './momentum.js';
import { FIELD } from './state-layout.js';
import { interestIn } from './topic-sketch.js';

/** Seconds since what never happened: longer than anything waits. A whole number that fits a machine word, which Infinity does not. */
export const NEVER = 0x3fffffff;

const SPEAKER_SECONDS = 600;

/** A group as it is at one moment. Times are seconds that have passed, or NEVER. */
export interface Signals {
  readonly messagesInFiveMinutes: number;
  readonly messagesInHour: number;
  readonly momentum: number;
  /** Distinct members who wrote in the last ten minutes. */
  readonly speakers: number;
  /** Since a person wrote. */
  readonly quiet: number;
  readonly messagesSinceOwn: number;
  /** Since its own last appearance. */
  readonly sinceOwn: number;
  readonly sinceAddressed: number;
  readonly sinceDirected: number;
  readonly sinceActivity: number;
  readonly activityMember: number;
  readonly activityIsJoin: boolean;
  /** Of the member of the activity to the companion, 0-1. */
  readonly affinity: number;
  /** Unasked actions since anybody turned to it. */
  readonly ignored: number;
  readonly sentiment: number;
  readonly reception: number;
  /** How much the talk is about what it likes to talk about, 0-1. */
  readonly interest: number;
  /** How active the group usually is at this hour and weekday; 1 is its average. */
  readonly usual: number;
}

/** Reads the signals off a state; changes nothing. */
export function signalsOf(state: GroupState, settings: AutonomySettings, now: number): Signals {
  const activityMember = state.read(FIELD.activityMember);
  return {
    messagesInFiveMinutes: messagesInFiveMinutes(state, now),
    messagesInHour: messagesInHour(state, now),
    momentum: momentumAt(state, now),
    speakers: speakersWithin(state, SPEAKER_SECONDS, now),
    quiet: since(state.read(FIELD.humanAt), now),
    messagesSinceOwn: state.read(FIELD.sinceOwn),
    sinceOwn: since(state.read(FIELD.ownAt), now),
    sinceAddressed: since(state.read(FIELD.addressedAt), now),
    sinceDirected: since(state.read(FIELD.directedAt), now),
    sinceActivity: since(state.read(FIELD.activityAt), now),
    activityMember,
    activityIsJoin: state.read(FIELD.activityIsJoin) === 1,
    affinity: activityMember === 0 ? 0 : affinityOf(state, activityMember, now),
    ignored: state.read(FIELD.ignored),
    sentiment: state.readReal(FIELD.sentiment),
    reception: state.readReal(FIELD.reception),
    interest: interestIn(state, settings.interests),
    usual: usualActivity(state, now + settings.utcOffset, settings.sharedPattern),
  };
}

function since(at: number, now: number): number {
  return at === 0 ? NEVER : Math.max(0, now - at);
}
