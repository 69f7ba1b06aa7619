import { hoursAgo, inHours, newMemory, newPerson, NOW, type GivenPerson } from '../../testing/new-person.js';
import { newPolicy } from '../../testing/new-policy.js';
import { deliveryVerdict, type DeliveryVerdict, type DuePlan } from './delivery-verdict.js';
import type { EngagementPolicy } from './engagement-policy.js';

const MINUTE_MS = 60_000;

function verdict(
  person: GivenPerson = {},
  plan: Partial<DuePlan> = {},
  policy: Partial<EngagementPolicy> = {},
  now = NOW,
): DeliveryVerdict {
  const due: DuePlan = {
    ...{ mode: 'automatic', approvedAt: null, createdAt: hoursAgo(3), dueAt: NOW, expiresAt: inHours(3) },
    ...{ hasCloudTemplate: false, ...plan },
  };
  return deliveryVerdict(due, newPerson(person), newPolicy(policy), now);
}

const send = (expiresAt: Date): DeliveryVerdict => ({ kind: 'send', expiresAt });
const skipped = (reason: string): DeliveryVerdict => ({ kind: 'end', status: 'skipped', reason });
const expired = (reason: string): DeliveryVerdict => ({ kind: 'end', status: 'expired', reason });
const wait = (until: Date, reason: string): DeliveryVerdict => ({ kind: 'wait', until, reason });
const inMinutes = (minutes: number): Date => new Date(NOW.getTime() + minutes * MINUTE_MS);

describe('deliveryVerdict', () => {
  it.each<[string, GivenPerson, Partial<DuePlan>, DeliveryVerdict]>([
    ['all is as it was', {}, {}, send(inMinutes(30))],
    ['no longer than it is of use', {}, { expiresAt: inMinutes(10) }, send(inMinutes(10))],
    ['not due', {}, { dueAt: inHours(1) }, wait(inHours(1), 'not-due')],
    ['sent now by somebody', {}, { dueAt: inHours(1), sendNow: true }, send(inMinutes(30))],
    ['too late', {}, { expiresAt: NOW }, expired('too-late')],
    ['not approved yet', {}, { mode: 'approve' }, wait(inHours(3), 'not-approved')],
    ['approved', {}, { mode: 'approve', approvedAt: hoursAgo(1) }, send(inMinutes(30))],
    ['sending now approves', {}, { mode: 'approve', sendNow: true }, send(inMinutes(30))],
    ['never approved', {}, { mode: 'approve', dueAt: hoursAgo(3) }, expired('not-approved')],
    ['STOP', { chat: { optedOut: true } }, {}, skipped('opted-out')],
    ['STOP, though somebody sends it now', { chat: { optedOut: true } }, { sendNow: true }, skipped('opted-out')],
    ['the chat is gone', { chat: null }, {}, skipped('chat-gone')],
    ['archived', { chat: { archived: true } }, {}, skipped('archived')],
    ['not to be written to first', { frequency: 'off' }, {}, skipped('frequency-off')],
    ['a minor', { minor: true }, {}, skipped('minor')],
    ['in danger', { safetyPausedUntil: inHours(1) }, {}, skipped('safety-pause')],
    ['not on the list', { chat: { allowed: false } }, {}, skipped('not-allowed')],
    ['less near than before', { trust: 20 }, {}, skipped('trust')],
    ['answered meanwhile', { lastHeardAt: hoursAgo(1) }, {}, skipped('answered-meanwhile')],
    ['the owner wrote meanwhile', { lastWrittenAt: hoursAgo(1) }, {}, skipped('written-meanwhile')],
    ['an answer is under way', { chat: { talking: true } }, {}, skipped('talking')],
    ['taken over', { chat: { takenOverUntil: inHours(1) } }, {}, skipped('taken-over')],
    ['the chat is paused', { chat: { replyMode: 'paused' } }, {}, skipped('chat-paused')],
    ['the account is away', { account: { ready: false } }, {}, wait(inMinutes(5), 'account-not-ready')],
    ['the account has stopped', { account: { stopped: true } }, {}, wait(inMinutes(5), 'account-not-ready')],
    [
      'STOP while the account is away',
      { chat: { optedOut: true }, account: { ready: false } },
      {},
      skipped('opted-out'),
    ],
    ['another one was not answered', sentBefore(1, 24), {}, skipped('back-off')],
    ['three were not answered', sentBefore(4, 9000), {}, skipped('gave-up')],
    ['the interval ends before it does', sentAnswered(1), {}, wait(inHours(1), 'min-interval')],
    ['the interval ends too late', sentAnswered(1), { expiresAt: inHours(1) }, skipped('min-interval')],
    [
      'the caps hold for whoever sends it now',
      sentAnswered(1),
      { sendNow: true, expiresAt: inHours(1) },
      skipped('min-interval'),
    ],
    [
      'as many as a day may have',
      { ...sentAnswered(3), handedAt: [hoursAgo(3), hoursAgo(9), hoursAgo(15)] },
      {},
      skipped('per-day'),
    ],
    ['quiet until later', { zones: ['America/New_York'] }, {}, wait(inHours(1), 'quiet-hours')],
    ['quiet for too long', { zones: ['America/Los_Angeles'] }, {}, expired('quiet-hours')],
    ['quiet in one of the zones', { zones: ['Europe/London', 'Asia/Tokyo'] }, {}, expired('quiet-hours')],
    [
      'it leaves two minutes before the quiet hours or not at all',
      { quiet: { from: 13 * 60 + 20, until: 15 * 60 } },
      {},
      send(inMinutes(18)),
    ],
    ['one minute before the quiet hours', { quiet: { from: 13 * 60 + 1, until: 17 * 60 } }, {}, expired('quiet-hours')],
  ])('%s', (_, person, plan, expected) => {
    expect(verdict({ lastHeardAt: hoursAgo(48), ...person }, plan)).toEqual(expected);
  });

  it('waits while engagement is switched off, until it is too late', () => {
    expect(verdict({}, {}, { enabled: false })).toEqual(wait(inMinutes(5), 'disabled'));
    expect(verdict({}, { expiresAt: NOW }, { enabled: false })).toEqual(expired('too-late'));
  });

  it.each<[string, GivenPerson, Partial<DuePlan>, DeliveryVerdict]>([
    ['the last word is a day old', { lastHeardAt: hoursAgo(24) }, {}, skipped('outside-24h-window')],
    ['nobody has written', { lastHeardAt: null }, {}, skipped('outside-24h-window')],
    ['with a template of its own', { lastHeardAt: hoursAgo(48) }, { hasCloudTemplate: true }, send(inMinutes(30))],
    ['within the day', { lastHeardAt: hoursAgo(23) }, {}, send(inMinutes(30))],
  ])('the Cloud API: %s', (_, person, plan, expected) => {
    expect(verdict({ account: { connector: 'cloud-api' }, ...person }, plan)).toEqual(expected);
  });

  it('its own memory does not stand in its way', () => {
    const exam = newMemory({ category: 'plan', validUntil: inHours(10) });
    expect(verdict({ memories: [exam], pending: 1 })).toEqual(send(inMinutes(30)));
  });
});

/** Not answered since. */
function sentBefore(unanswered: number, hours: number): GivenPerson {
  return { unanswered, lastEngagedAt: hoursAgo(hours), lastHeardAt: hoursAgo(9500), lastWrittenAt: hoursAgo(9500) };
}

/** Of somebody who wants to be written to often. */
function sentAnswered(hours: number): GivenPerson {
  const lastEngagedAt = hoursAgo(hours);
  return { frequency: 'high', lastEngagedAt, handedAt: [lastEngagedAt], unanswered: 0, lastHeardAt: hoursAgo(48) };
}
