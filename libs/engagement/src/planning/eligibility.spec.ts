import { hoursAgo, inHours, newPerson, NOW, type GivenPerson } from '../../testing/new-person.js';
import { newPolicy } from '../../testing/new-policy.js';
import { eligibility } from './eligibility.js';
import type { EngagementPolicy } from './engagement-policy.js';

const NO_BACK = null;

function verdict(person: GivenPerson, policy: Partial<EngagementPolicy> = {}): string | readonly [string, Date | null] {
  const found = eligibility(newPerson(person), newPolicy(policy), NOW);
  return found.ok ? 'ok' : [found.reasons.map(({ code }) => code).join(), found.lookAgainAt];
}

describe('eligibility', () => {
  it.each<[string, GivenPerson, Partial<EngagementPolicy>, ReturnType<typeof verdict>]>([
    ['a close friend who has been silent', {}, {}, 'ok'],
    ['engagement is switched off', {}, { enabled: false }, ['disabled', inHours(1)]],
    ['there is no chat with them', { chat: null }, {}, ['chat-gone', inHours(12)]],
    ['the conversation was deleted', { chat: { deleted: true } }, {}, ['chat-gone', inHours(12)]],
    ['said STOP', { chat: { optedOut: true } }, {}, ['opted-out', NO_BACK]],
    ['is a minor', { minor: true }, {}, ['minor', NO_BACK]],
    ['wants not to be written to', { frequency: 'off' }, {}, ['frequency-off', NO_BACK]],
    ['is in danger', { safetyPausedUntil: inHours(5) }, {}, ['safety-pause', inHours(5)]],
    ['a pause that is over', { safetyPausedUntil: hoursAgo(1), pausedUntil: NOW }, {}, 'ok'],
    ['answered that it is too much', { pausedUntil: inHours(7) }, {}, ['paused', inHours(7)]],
    ['said START yesterday', { chat: { optedInAt: hoursAgo(24) } }, {}, ['opted-in-lately', inHours(6 * 24)]],
    ['said START long ago', { chat: { optedInAt: hoursAgo(8 * 24) } }, {}, 'ok'],
    ['is not on the allow list', { chat: { allowed: false } }, {}, ['not-allowed', inHours(12)]],
    ['the chat is archived', { chat: { archived: true } }, {}, ['archived', inHours(12)]],
    ['the owner writes there', { chat: { takenOverUntil: inHours(1) } }, {}, ['taken-over', inHours(1)]],
    ['the chat is paused', { chat: { replyMode: 'paused' } }, {}, ['chat-paused', inHours(12)]],
    ['an answer is under way', { chat: { talking: true } }, {}, ['talking', new Date('2026-05-06T12:10:00Z')]],
    ['the account is not linked', { account: { ready: false } }, {}, ['account-not-ready', inHours(1)]],
    ['the account has stopped', { account: { stopped: true } }, {}, ['account-not-ready', inHours(1)]],
    ['something waits to be sent', { pending: 1 }, {}, ['pending', inHours(3)]],
    ['four were not answered', { unanswered: 4, lastEngagedAt: hoursAgo(40) }, {}, ['gave-up', NO_BACK]],
    ['was given up', { unanswered: 4, lastEngagedAt: hoursAgo(40) }, {}, ['gave-up', NO_BACK]],
    ['was given up, and wrote since', { unanswered: 4, lastEngagedAt: hoursAgo(60) }, {}, 'ok'],
    ['was written to lately', { lastEngagedAt: hoursAgo(10) }, {}, ['min-interval', inHours(11)]],
  ])('%s', (_, person, policy, expected) => {
    expect(verdict(person, policy)).toEqual(expected);
  });

  it.each<[string, GivenPerson, Partial<EngagementPolicy>, Partial<EngagementPolicy>]>([
    ['minStage', { stage: 'friend' }, { minStage: 'friend' }, { minStage: 'close_friend' }],
    ['minIntimacyLevel', { intimacy: 30 }, { minIntimacyLevel: 3 }, { minIntimacyLevel: 4 }],
    ['minTrustLevel', { trust: 30 }, { minTrustLevel: 3 }, { minTrustLevel: 4 }],
    ['maxPerUser', { pending: 1 }, { maxPerUser: 2 }, { maxPerUser: 1 }],
    ['minIntervalHours', { ...sentTwoHoursAgo() }, { minIntervalHours: 2 }, { minIntervalHours: 6 }],
    ['maxPerDay', { ...sentTwoHoursAgo() }, { maxPerDay: 2 }, { maxPerDay: 1 }],
    ['scheduleAdvanceHours', { ...sentTwoHoursAgo() }, sixHours(4), sixHours(3)],
  ])('%s decides', (_, person, allowing, refusing) => {
    expect(verdict(person, allowing)).toBe('ok');
    expect(verdict(person, refusing)).not.toBe('ok');
  });

  it('tells the numbers it was decided by', () => {
    const { reasons } = eligibility(newPerson({ stage: 'stranger', intimacy: 4.4 }), newPolicy(), NOW);
    expect(reasons).toEqual([
      { code: 'stage', detail: { stage: 'stranger', needed: 'friend' } },
      { code: 'intimacy', detail: { has: 4, needed: 30 } },
    ]);
  });
});

/** And answered: only the caps count. */
function sentTwoHoursAgo(): GivenPerson {
  return { frequency: 'high', lastEngagedAt: hoursAgo(2), lastHeardAt: hoursAgo(1), handedAt: [hoursAgo(2)] };
}

/** The interval ends in four hours. */
function sixHours(scheduleAdvanceHours: number): Partial<EngagementPolicy> {
  return { minIntervalHours: 6, scheduleAdvanceHours };
}
