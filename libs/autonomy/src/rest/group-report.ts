import { decide } from '../engine/decide.js';
import type { Decision } from '../engine/decision.js';
import type { GroupState } from '../engine/group-state.js';
import { needsOf, type Needs } from '../engine/needs.js';
import { signalsOf, type Signals } from '../engine/signals.js';
import type { GroupView } from '../groups/group-view.js';
import { heldByNight } from '../groups/held-by-night.js';
import type { Obstacle } from '../groups/obstacle.js';
import { decideAtRandom, RANDOM_TIMER } from '../v1/random-timer.js';

/** What decides besides the group itself. */
export interface ReportPlace {
  /** Of the group: from it the random timer draws. */
  readonly seed: number;
  /** There is something that was not shared in the group yet. */
  readonly hasContent: boolean;
  /** As `AUTONOMY_QUIET_HOURS` has them. */
  readonly quietHours: string;
}

/** What a group's engine says at one moment, with all that it looks at. */
export interface GroupReport {
  readonly decision: Decision;
  readonly obstacle: Obstacle | null;
  readonly signals: Signals;
  readonly needs: Needs;
}

/** A group as it is to be reported on: `state` may be a copy in which other things have happened. */
export type ReportedGroup = Pick<GroupView, 'engine' | 'settings' | 'mood' | 'obstacle'> & {
  readonly state: GroupState;
};

/** `at` in seconds since 1970. Pure; of a group whose engine is off it says what `v2` would do. */
export function reportOn(group: ReportedGroup, { seed, hasContent, quietHours }: ReportPlace, at: number): GroupReport {
  const { engine, settings, state } = group;
  const mood = { ...group.mood, shares: group.mood.shares && hasContent };
  const decision =
    engine === 'v1'
      ? decideAtRandom(state, { ...RANDOM_TIMER, seed }, settings, at)
      : decide(state, mood, settings, at);
  const signals = signalsOf(state, settings, at);
  const { action } = decision;
  const held = action !== null && heldByNight(engine, action, quietHours, at + settings.utcOffset);
  return { decision, obstacle: obstacleAt(group.obstacle, held), signals, needs: needsOf(mood, signals) };
}

/** The night is the last of the obstacles, and the only one that depends on the action: it is looked at again for this one. */
function obstacleAt(obstacle: Obstacle | null, held: boolean): Obstacle | null {
  if (obstacle !== null && obstacle !== 'quiet-hours') return obstacle;
  return held ? 'quiet-hours' : null;
}
