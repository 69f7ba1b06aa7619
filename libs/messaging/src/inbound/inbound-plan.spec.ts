import { newIncomingMessage } from '#testing';

import { planInbound, planPast } from './inbound-plan.js';

const now = new Date('2026-01-05T12:30:00Z');
const HOUR = 3_600_000;
const old = new Date('2026-01-05T11:00:00Z');
const group = { id: '1203630@g.us', kind: 'group' } as const;

function inHours(hours: number): Date {
  return new Date(now.getTime() + hours * HOUR);
}

describe('planInbound', () => {
  it.each([
    ['what a contact says waits', {}, { author: 'contact', route: 'pending' }],
    ['a stale message is stored only', { sentAt: old }, { route: 'skipped', routeReason: 'stale' }],
    ['a time in the future is not stale', { sentAt: new Date('2030-01-01') }, { route: 'pending' }],
    ['a time of zero is stale', { sentAt: new Date(0) }, { route: 'skipped', routeReason: 'stale' }],
    ['the owner takes over', { fromMe: true }, { author: 'owner', route: null, takesOver: true }],
    ['what the owner said long ago does not', { fromMe: true, sentAt: old }, { author: 'owner', takesOver: false }],
    ['a STOP counts at once', { text: 'STOP' }, { route: 'pending', consent: 'stop' }],
    ['even a stale one', { text: 'STOP', sentAt: old }, { route: 'skipped', consent: 'stop' }],
    ['a STOP in a group is no consent', { text: 'STOP', chat: group }, { route: 'pending', consent: null }],
    ['but asks for silence', { text: 'STOP', chat: group, sentAt: now }, { quiet: { until: inHours(8) } }],
    ['as other words do', { text: 'quiet please', chat: group, sentAt: now }, { quiet: { until: inHours(8) } }],
    [
      'the owner asks for it, too',
      { text: 'silencio', chat: group, fromMe: true, sentAt: now },
      { quiet: { until: inHours(8) } },
    ],
    [
      'from when it was sent, even if it is stale',
      { text: 'be quiet', chat: group, sentAt: old },
      { route: 'skipped', quiet: { until: new Date(old.getTime() + 8 * HOUR) } },
    ],
    ['for as long as it says', { text: '/quiet 2h', chat: group, sentAt: now }, { quiet: { until: inHours(2) } }],
    ['for good', { text: '/quiet always', chat: group, sentAt: now }, { quiet: { until: inHours(10 * 365 * 24) } }],
    ['and for no longer', { text: 'you can talk again', chat: group }, { quiet: { until: null } }],
    ['a START that is not said to us is talk', { text: 'start', chat: group }, { quiet: null }],
    ['one that is lifts it', { text: 'start', chat: group, mentionsMe: true }, { quiet: { until: null } }],
    ['in a direct chat nobody is silenced', { text: 'be quiet' }, { quiet: null }],
    ['nor by talk', { text: 'it is so quiet', chat: group }, { quiet: null }],
    ['a STOP as a caption counts', { text: 'STOP', kind: 'image' as const }, { consent: 'stop' }],
    ['the owner’s STOP is no consent', { text: 'STOP', fromMe: true }, { consent: null }],
    ['a line of WhatsApp itself waits for nothing', { kind: 'system' as const }, { author: 'system', route: null }],
    [
      'also when it is about the owner',
      { kind: 'system' as const, fromMe: true },
      { author: 'system', takesOver: false },
    ],
    ['a mention addresses us', { mentionsMe: true, chat: group }, { addressed: true }],
    ['so does a quote of ours', { quoted: { id: 'x', fromMe: true }, chat: group }, { addressed: true }],
    ['a quote of somebody else does not', { quoted: { id: 'x', fromMe: false } }, { addressed: false }],
  ])('%s', (_, message, plan) => {
    expect(planInbound(newIncomingMessage(message), { staleAfterMs: HOUR, silenceMs: 8 * HOUR }, now)).toMatchObject(
      plan,
    );
  });
});

describe('planPast', () => {
  it.each([
    ['a contact is not answered', {}, { author: 'contact', route: 'skipped', routeReason: 'history' }],
    ['a STOP was not said to us', { text: 'STOP' }, { consent: null }],
    ['nor was a silence asked of us', { text: 'be quiet', chat: group }, { quiet: null }],
    ['the owner takes nothing over', { fromMe: true }, { author: 'owner', route: null, takesOver: false }],
    ['a line of WhatsApp itself stays one', { kind: 'system' as const }, { author: 'system', route: null }],
  ])('%s', (_, message, plan) => {
    expect(planPast(newIncomingMessage(message))).toMatchObject(plan);
  });
});
