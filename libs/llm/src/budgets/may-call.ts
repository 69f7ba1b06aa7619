import type { Purpose } from '../port/completion-request.js';

/** US dollars a day; 0 for no limit. */
export interface BudgetLimits {
  readonly dayUsd: number;
  readonly contactUsd: number;
}

/** What today has cost so far, with what is under way: everybody, and the contact that is asked about. */
export interface Spent {
  readonly dayUsd: number;
  readonly contactUsd: number;
}

/** Which budget stands in the way. */
export type ReachedLimit = 'day' | 'contact';

/** Work in the background stops here, so that people still get answers. */
export const BACKGROUND_SHARE = 0.8;

/** Whether one more call may be made, or what forbids it. A call is admitted as long as something is left. */
export function mayCall(spent: Spent, limits: BudgetLimits, purpose: Purpose): 'yes' | ReachedLimit {
  const share = shareOf(purpose);
  if (isReached(spent.dayUsd, limits.dayUsd * share)) return 'day';
  if (isReached(spent.contactUsd, limits.contactUsd * share)) return 'contact';
  return 'yes';
}

/** How many of a contact's daily calls this purpose may use up. */
export function callsFor(purpose: Purpose, dailyCalls: number): number {
  return Math.floor(dailyCalls * shareOf(purpose));
}

function shareOf(purpose: Purpose): number {
  return purpose === 'chat' ? 1 : BACKGROUND_SHARE;
}

/** To the millionth of a dollar: sums of fractions are never exact. */
function isReached(spent: number, limit: number): boolean {
  return limit > 0 && Math.round(spent * 1_000_000) >= Math.round(limit * 1_000_000);
}
