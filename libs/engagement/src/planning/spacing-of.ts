import type { EngagementPolicy } from './engagement-policy.js';
import type { Frequency } from './frequency.js';

const HOUR_MS = 3_600_000;
/** In hours. The limits of the settings are ceilings; this is how calm it is below them. */
const CALM: Readonly<Record<Exclude<Frequency, 'off'>, number>> = { low: 96, normal: 24, high: 0 };

/** The least time between two outreaches to the same person, in ms; for `off` without end. */
export function spacingOf(frequency: Frequency, { minIntervalHours }: EngagementPolicy): number {
  return frequency === 'off' ? Infinity : Math.max(CALM[frequency], minIntervalHours) * HOUR_MS;
}
