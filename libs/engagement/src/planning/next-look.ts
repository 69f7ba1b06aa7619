import type { EngagementPolicy } from './engagement-policy.js';
import { momentsOf } from './moments-of.js';
import type { PersonState } from './person-state.js';
import { typeChoices } from './type-choices.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** What cannot be foreseen is looked for this often. */
const AT_LATEST_MS = 12 * HOUR_MS;
/** Room among all pending ones comes by the minute. */
const WALLED_MS = 15 * MINUTE_MS;

/**
 * What a look at somebody came to. `refused`: not eligible; `later`: the moment is too far ahead to be planned; `walled`: no room among all pending
 * ones; `planned`: has a plan now; `nothing`: no type or no moment suits.
 */
export type LookOutcome =
  | { readonly kind: 'refused'; readonly lookAgainAt: Date | null }
  | { readonly kind: 'later'; readonly at: Date }
  | { readonly kind: 'walled' | 'planned' | 'nothing' };

/** The earliest time at which looking again can come to something else; null: not before they write. */
export function nextLook(outcome: LookOutcome, person: PersonState, policy: EngagementPolicy, now: Date): Date | null {
  const advance = policy.scheduleAdvanceHours * HOUR_MS;
  switch (outcome.kind) {
    case 'refused':
      return outcome.lookAgainAt && within(outcome.lookAgainAt.getTime(), now, Infinity);
    case 'later':
      return within(outcome.at.getTime() - advance, now, AT_LATEST_MS);
    case 'walled':
      return within(now.getTime() + WALLED_MS, now, AT_LATEST_MS);
    case 'planned':
      return within(now.getTime() + advance + HOUR_MS, now, Infinity);
    case 'nothing': {
      const comings = [
        ...typeChoices(person, policy, now).map(({ after }) => after),
        ...momentsOf(person.memories, person, policy, now).map(({ earliest }) => earliest),
      ].map((at) => at.getTime() - advance);
      return within(Math.min(...comings.filter((at) => at > now.getTime())), now, AT_LATEST_MS);
    }
  }
}

/** Never at once again, so that nobody is looked at in a circle. */
function within(at: number, now: Date, most: number): Date {
  return new Date(Math.min(Math.max(at, now.getTime() + MINUTE_MS), now.getTime() + most));
}
