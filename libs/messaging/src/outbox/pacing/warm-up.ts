import type { PacingPolicy } from './pacing-policy.js';

const DAY_MS = 24 * 60 * 60_000;
/** What a new account begins with. */
const FIRST_SHARE = 0.25;

/** The share (0-1) of its limits that an account has which first sent at `since`: from a quarter, evenly, to all of them. */
export function warmUpShare(since: Date, days: number, now: Date): number {
  const age = Math.max(0, now.getTime() - since.getTime()) / DAY_MS;
  return age >= days ? 1 : FIRST_SHARE + ((1 - FIRST_SHARE) * age) / days;
}

/** The policy as it holds for an account of that age. What is allowed at all stays at least one. */
export function warmedUp(policy: PacingPolicy, since: Date, now: Date): PacingPolicy {
  const share = warmUpShare(since, policy.warmUpDays, now);
  return {
    ...policy,
    ratePerMinute: policy.ratePerMinute * share,
    burst: atLeastOne(policy.burst, share),
    newContactsPerDay: atLeastOne(policy.newContactsPerDay, share),
  };
}

function atLeastOne(limit: number, share: number): number {
  return Math.max(Math.floor(limit * share), Math.min(limit, 1));
}
