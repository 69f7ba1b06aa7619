import type { MoodProfile } from '../moods/mood-profile.js';
import { ACTIONS, type Action } from './action.js';
import type { AutonomySettings } from './autonomy-settings.js';
import type { Decision, Reason } from './decision.js';
import { closedGate } from './gate.js';
import type { GroupState } from './group-state.js';
import { needsOf, type Needs } from './needs.js';
import { signalsOf, type Signals } from './signals.js';
import { weighTrigger } from './triggers.js';
import { Weighing } from './weighing.js';

const MINUTE = 60;
/** Local hours begin on a quarter of an hour of UTC, in every zone. */
const QUARTER = 900;
/** However far away anything is, it is looked at again: the document's tick. */
const TICK = 600;

/**
 * Should it do something in this group now, unasked? Pure: the same state, mood, settings and time give the same answer, and nothing is
 * changed; an action that is taken is told to `track` as an `own` event. Times are whole seconds since 1970.
 */
export function decide(state: GroupState, mood: MoodProfile, settings: AutonomySettings, now: number): Decision {
  const gate = closedGate(state, settings, now);
  if (gate) {
    const { name, has, needs, opensAt } = gate;
    const reasons = [{ action: null, name, has, needs, met: false }];
    return { action: null, member: null, score: 0, reasons, nextCheckAt: Math.min(opensAt, now + TICK) };
  }
  const signals = signalsOf(state, settings, now);
  const needs = needsOf(mood, signals);
  const reasons: Reason[] = [];
  let score = 0;
  // What is usual changes with the hour, and with it how long a silence must be.
  let opensAt = Math.min(now + TICK, (Math.floor(now / QUARTER) + 1) * QUARTER);
  const weighing = new Weighing(now);
  for (const action of ACTIONS) {
    weighTrigger(action, weighing, signals, needs);
    const furthest = weighing.furthest();
    if (furthest === null) return taken(action, signals, needs, now);
    reasons.push(furthest);
    score = Math.max(score, weighing.score);
    opensAt = Math.min(opensAt, weighing.opensAt);
  }
  return { action: null, member: null, score, reasons, nextCheckAt: Math.max(now + 1, opensAt) };
}

function taken(action: Action, signals: Signals, needs: Needs, now: number): Decision {
  const reasons: Reason[] = [];
  weighTrigger(action, new Weighing(now, reasons), signals, needs);
  const member = action === 'engage_user' ? signals.activityMember : null;
  return { action, member, score: 1, reasons, nextCheckAt: now + MINUTE };
}
