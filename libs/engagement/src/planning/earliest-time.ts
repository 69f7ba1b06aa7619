import { backOff } from './back-off.js';
import { capVerdict } from './cap-verdict.js';
import type { EngagementPolicy } from './engagement-policy.js';
import type { PersonState } from './person-state.js';
import { reason, type Reason } from './reason.js';
import { unansweredOf } from './unanswered-of.js';

/** When the back-off and the caps leave room, and what made it later than now. */
export interface EarliestTime {
  readonly at: Date;
  readonly reasons: readonly Reason[];
}

/** A cap that ends may lead into another one; no more than there are caps. */
const MOST_STEPS = 4;

/** The first time at which this person may be written to, other caps than that of pending ones considered; `stop`: not before they write. */
export function earliestTime(person: PersonState, policy: EngagementPolicy, now: Date): EarliestTime | 'stop' {
  const unanswered = unansweredOf(person);
  const pause = backOff(unanswered, person.frequency, policy);
  if (pause === 'stop') return 'stop';
  const free = new Date((person.lastEngagedAt?.getTime() ?? -Infinity) + pause.wait);
  const reasons: Reason[] = [];
  let at = now;
  if (unanswered > 0 && free > now) {
    at = free;
    reasons.push(reason('back-off', { unanswered, hours: pause.wait / 3_600_000 }));
  }
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const verdict = capVerdict({ ...person, pending: 0 }, policy, person.frequency, person.zones, at);
    if (verdict.ok) break;
    at = verdict.until;
    reasons.push(reason(verdict.reason, { until: at.toISOString() }));
  }
  return { at, reasons };
}
