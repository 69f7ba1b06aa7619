import type { EngagementPolicy } from './engagement-policy.js';
import type { Frequency } from './frequency.js';
import { spacingOf } from './spacing-of.js';

const HOUR_MS = 3_600_000;
/** After one unanswered outreach, two, three; then none. */
const LADDER_MS: readonly number[] = [0, 48 * HOUR_MS, 5 * 24 * HOUR_MS, 14 * 24 * HOUR_MS];

/** How long after the last outreach the next may follow, in ms; `stop`: not before they write by themselves. */
export function backOff(
  unanswered: number,
  frequency: Frequency,
  policy: EngagementPolicy,
): { readonly wait: number } | 'stop' {
  const rung = LADDER_MS[unanswered];
  return frequency === 'off' || rung === undefined ? 'stop' : { wait: Math.max(rung, spacingOf(frequency, policy)) };
}
