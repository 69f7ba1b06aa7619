import { STAGES } from '#memory';

import { earliestTime } from './earliest-time.js';
import type { EngagementPolicy } from './engagement-policy.js';
import { obstacle } from './obstacle.js';
import type { PersonState } from './person-state.js';
import { reason, type Reason } from './reason.js';

const HOUR_MS = 3_600_000;
/** The numbers of a relationship go to 100, the levels of the settings to 10. */
const POINTS = 10;

/** `lookAgainAt` null: not before they write. */
export type Eligibility =
  | { readonly ok: true; readonly reasons: readonly Reason[] }
  | { readonly ok: false; readonly reasons: readonly Reason[]; readonly lookAgainAt: Date | null };

/** May this person be written to first, within the hours that are planned ahead? */
export function eligibility(person: PersonState, policy: EngagementPolicy, now: Date): Eligibility {
  if (!policy.enabled) return refused([reason('disabled')], hoursFrom(now, 1));
  const stopped = obstacle(person, now);
  if (stopped) return refused([stopped.reason], stopped.until);
  const far = tooFar(person, policy);
  if (far.length > 0) return refused(far, null);
  if (person.pending >= policy.maxPerUser)
    return refused([reason('pending', { pending: person.pending })], hoursFrom(now, policy.scheduleAdvanceHours));
  const earliest = earliestTime(person, policy, now);
  if (earliest === 'stop') return refused([reason('gave-up', { unanswered: person.unanswered })], null);
  const plannableAt = hoursFrom(earliest.at, -policy.scheduleAdvanceHours);
  if (plannableAt > now) return refused(earliest.reasons, plannableAt);
  return { ok: true, reasons: [...near(person), ...earliest.reasons] };
}

/** What is missing of the relationship: it grows only when they write. */
function tooFar({ stage, intimacy, trust }: PersonState, policy: EngagementPolicy): Reason[] {
  return [
    ...(STAGES.indexOf(stage) < STAGES.indexOf(policy.minStage)
      ? [reason('stage', { stage, needed: policy.minStage })]
      : []),
    ...below('intimacy', intimacy, policy.minIntimacyLevel * POINTS),
    ...below('trust', trust, policy.minTrustLevel * POINTS),
  ];
}

function below(code: string, has: number, needed: number): Reason[] {
  return has < needed ? [reason(code, { has: Math.round(has), needed })] : [];
}

function near({ stage, intimacy, trust }: PersonState): Reason[] {
  return [reason('relationship', { stage, intimacy: Math.round(intimacy), trust: Math.round(trust) })];
}

function refused(reasons: readonly Reason[], lookAgainAt: Date | null): Eligibility {
  return { ok: false, reasons, lookAgainAt };
}

function hoursFrom(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * HOUR_MS);
}
