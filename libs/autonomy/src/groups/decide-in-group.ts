import { decide } from '../engine/decide.js';
import type { Decision } from '../engine/decision.js';
import type { GroupState } from '../engine/group-state.js';
import { signalsOf, type Signals } from '../engine/signals.js';
import { FIELD } from '../engine/state-layout.js';
import { decideAtRandom, RANDOM_TIMER } from '../v1/random-timer.js';
import { heldByNight } from './held-by-night.js';
import type { ObservedGroup } from './observed-group.js';
import { obstacleOf, type Obstacle } from './obstacle.js';

/** A slot of the random timer that was not looked at for so long is over, in seconds. */
const SLOT_SECONDS = 300;
/** Who turns to us has so long, in seconds, to be answered before anything else is said: their message may still wait for its turn. */
const ANSWER_SECONDS = 60;

/** What the group's engine says, and what stands against it. */
export interface GroupDecision {
  readonly decision: Decision;
  readonly obstacle: Obstacle | null;
  readonly signals: Signals;
}

export interface DecideOptions {
  /** Of the group: from it the random timer draws. */
  readonly seed: number;
  /** There is something that was not shared in the group yet. */
  readonly hasContent: boolean;
}

/** Asks the engine that is set for the group, which changes nothing. */
export function decideInGroup(observed: ObservedGroup, { seed, hasContent }: DecideOptions, now: Date): GroupDecision {
  const { group, policy, state } = observed;
  const { engine, settings } = policy;
  const seconds = Math.floor(now.getTime() / 1_000);
  const mood = { ...observed.mood, shares: observed.mood.shares && hasContent };
  const decision =
    engine === 'v1'
      ? decideAtRandom(state, { ...RANDOM_TIMER, seed }, settings, slotOf(group.nextCheckAt, seconds))
      : decide(state, mood, settings, seconds);
  return { decision, obstacle: obstacleIn(observed, decision, now), signals: signalsOf(state, settings, seconds) };
}

/** What stands against it, whatever the engine says of the talk. */
export function obstacleIn(
  { group, chat, policy, state }: ObservedGroup,
  { action }: Pick<Decision, 'action'>,
  now: Date,
): Obstacle | null {
  const seconds = Math.floor(now.getTime() / 1_000);
  const local = seconds + policy.settings.utcOffset;
  const wakesPeople = action !== null && heldByNight(policy.engine, action, policy.quietHours, local);
  const answering = chat.answering || waitsForAnswer(state, seconds);
  return obstacleOf({ ...chat, ...policy, answering, busyUntil: group.busyUntil, wakesPeople }, now);
}

function waitsForAnswer(state: GroupState, now: number): boolean {
  const addressedAt = state.read(FIELD.addressedAt);
  return addressedAt > state.read(FIELD.ownAt) && now - addressedAt < ANSWER_SECONDS;
}

/** The timer fires once for each of its slots, on time or soon after; at a time between two it says when the next one is. */
function slotOf(nextCheckAt: Date, now: number): number {
  const slot = Math.floor(now / RANDOM_TIMER.everySeconds) * RANDOM_TIMER.everySeconds;
  const isDue = nextCheckAt.getTime() <= slot * 1_000 && now - slot < SLOT_SECONDS;
  return isDue ? slot : slot + 1;
}
