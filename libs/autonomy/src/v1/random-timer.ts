import { ACTIONS } from '../engine/action.js';
import type { AutonomySettings } from '../engine/autonomy-settings.js';
import type { Decision } from '../engine/decision.js';
import { closedForTimer } from '../engine/gate.js';
import type { GroupState } from '../engine/group-state.js';
import { randomShare } from '../random-share.js';

/** The first engine: a timer, and a chance each time that it fires. */
export interface RandomTimer {
  readonly everySeconds: number;
  readonly chance: number;
  /** Of the group, so that not all groups hear from it at once. */
  readonly seed: number;
}

/** "A timer fires every 15 minutes, 10 % random chance to act." */
export const RANDOM_TIMER = { everySeconds: 900, chance: 0.1 } as const;

/**
 * What the random timer does at `now`. It knows nothing of the talk; only what the operator or the group forbids, and the caps, bind it as
 * they bind its successor. It fires at whole multiples of its period.
 */
export function decideAtRandom(
  state: GroupState,
  timer: RandomTimer,
  settings: AutonomySettings,
  now: number,
): Decision {
  const nextCheckAt = (Math.floor(now / timer.everySeconds) + 1) * timer.everySeconds;
  const none = { action: null, member: null, score: 0, nextCheckAt };
  if (now % timer.everySeconds !== 0) return { ...none, reasons: [] };
  const gate = closedForTimer(state, settings, now);
  if (gate) {
    const { name, has, needs } = gate;
    return { ...none, reasons: [{ action: null, name, has, needs, met: false }] };
  }
  const drawn = randomShare(timer.seed, now);
  const reason = { name: 'random-timer', has: drawn, needs: timer.chance } as const;
  if (drawn >= timer.chance) return { ...none, reasons: [{ action: null, ...reason, met: false }] };
  const action = ACTIONS[Math.floor(randomShare(timer.seed, now + 1) * ACTIONS.length)] ?? 'join_conversation';
  return { ...none, action, score: 1, reasons: [{ action, ...reason, met: true }] };
}
