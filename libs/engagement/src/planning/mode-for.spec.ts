import { hoursAgo, newPerson, NOW } from '../../testing/new-person.js';
import { newPolicy } from '../../testing/new-policy.js';
import type { EngagementPolicy } from './engagement-policy.js';
import { modeFor } from './mode-for.js';
import type { AccountStanding } from './person-state.js';

function mode(account: Partial<AccountStanding>, policy: Partial<EngagementPolicy> = {}): string {
  return modeFor({ ...newPerson().account, ...account }, newPolicy(policy), NOW);
}

describe('modeFor', () => {
  it.each<[string, Partial<AccountStanding>, Partial<EngagementPolicy>, string]>([
    ['an old account that many answered', {}, {}, 'automatic'],
    ['of just the age', { knownSince: hoursAgo(14 * 24) }, {}, 'automatic'],
    ['a day too young', { knownSince: hoursAgo(13 * 24) }, {}, 'approve'],
    ['too young by the settings', { knownSince: hoursAgo(20 * 24) }, { trustAfterDays: 21 }, 'approve'],
    ['of just as many talks', { answeredChats: 20 }, {}, 'automatic'],
    ['of too few talks', { answeredChats: 19 }, {}, 'approve'],
    ['of few talks, which is enough by the settings', { answeredChats: 2 }, { trustAfterChats: 2 }, 'automatic'],
    ['new, and told to be automatic', { answeredChats: 0, knownSince: NOW }, { mode: 'automatic' }, 'automatic'],
    ['old, and told to ask', {}, { mode: 'approve' }, 'approve'],
    ['many opted out lately', { braked: true }, { mode: 'automatic' }, 'approve'],
  ])('%s', (_, account, policy, expected) => {
    expect(mode(account, policy)).toBe(expected);
  });

  it('asks in a chat whose answers are drafts', () => {
    expect(modeFor(newPerson().account, newPolicy(), NOW, 'draft')).toBe('approve');
  });
});
