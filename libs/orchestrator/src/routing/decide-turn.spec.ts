import type { TurnChat, WaitingMessage } from '#messaging';

import { newTurnChat, newWaitingMessage } from '../../testing/new-turn.js';
import { decideTurn, type TurnPolicy } from './decide-turn.js';

const noon = new Date('2026-01-05T12:00:00Z');
const before = new Date('2026-01-05T11:59:00Z');
const later = new Date('2026-01-05T12:20:00Z');

const policy: TurnPolicy = { allowList: [], loopGuardRepliesPerMinute: 12 };
const answer = { kind: 'answer', agent: 'companion' };
const skip = (reason: string): object => ({ kind: 'skip', reason });
const duty = (reason: string, maySpeak = false): object => ({ ...answer, only: 'duty', reason, maySpeak });
const IN_DANGER: Partial<WaitingMessage> = { text: 'I want to kill myself' };
const FORGET: Partial<WaitingMessage> = { text: 'forget everything about me' };

describe('decideTurn', () => {
  it.each<[string, Partial<TurnChat>, Partial<WaitingMessage>[], Partial<TurnPolicy>, object]>([
    ['a person is answered', {}, [{}], {}, answer],
    ['a burst is answered once', {}, [{}, {}, {}], {}, answer],
    ['a broadcast is not', { kind: 'broadcast' }, [{}], {}, skip('never-answered:broadcast')],
    ['nor a status', { kind: 'status' }, [{}], {}, skip('never-answered:status')],
    ['nor a newsletter', { kind: 'newsletter' }, [{}], {}, skip('never-answered:newsletter')],
    ['nor what we do not know', { kind: 'unknown' }, [{}], {}, skip('never-answered:unknown')],
    ['who said STOP is left alone', { optedOutAt: before }, [{}], {}, skip('opted-out')],
    ['a STOP is confirmed', { optedOutAt: noon }, [{ text: 'stop' }], {}, { kind: 'say', reason: 'stop' }],
    ['a second STOP is not', { optedOutAt: before }, [{ text: 'stop' }], {}, skip('opted-out')],
    [
      'a STOP in a burst ends it',
      { optedOutAt: noon },
      [{}, { text: 'STOP' }, {}],
      {},
      { kind: 'say', reason: 'stop' },
    ],
    ['a START is welcomed', { optedInAt: noon }, [{ text: 'START' }], {}, { kind: 'say', reason: 'start' }],
    ['a START of somebody who was never gone is talk', {}, [{ text: 'start' }], {}, answer],
    ['so is one of somebody who came back before', { optedInAt: before }, [{ text: 'weiter' }], {}, answer],
    [
      'STOP and then START',
      { optedInAt: noon },
      [{ text: 'STOP' }, { text: 'START' }],
      {},
      { kind: 'say', reason: 'start' },
    ],
    [
      'START and then STOP',
      { optedOutAt: noon, optedInAt: before },
      [{ text: 'START' }, { text: 'STOP' }],
      {},
      { kind: 'say', reason: 'stop' },
    ],
    [
      'STOP, START and something to say',
      { optedInAt: noon },
      [{ text: 'STOP' }, { text: 'START' }, { text: 'are you there?' }],
      {},
      { kind: 'say', reason: 'start' },
    ],
    [
      'a goodbye in the language of the word',
      { optedOutAt: noon },
      [{ text: 'Baja, por favor' }],
      {},
      { text: expect.stringContaining('ALTA') },
    ],
    [
      'a welcome in the language of the last word',
      { optedInAt: noon },
      [{ text: 'STOP' }, { text: 'start' }, { text: 'weiter' }],
      {},
      { text: expect.stringContaining('STOPP') },
    ],
    ['a START that is older than the STOP', { optedOutAt: before }, [{ text: 'START' }], {}, skip('opted-out')],
    ['a STOP that is older than the START', { optedInAt: before }, [{ text: 'STOP' }], {}, skip('stop-overruled')],
    [
      'a START is welcomed in a chat taken over',
      { takenOverUntil: later, optedInAt: noon },
      [{ text: 'START' }],
      {},
      { kind: 'say', reason: 'start' },
    ],
    ['the owner is here', { takenOverUntil: later }, [{}], {}, skip('human-takeover')],
    ['the owner has gone', { takenOverUntil: before }, [{}], {}, answer],
    ['the chat is paused', { replyMode: 'paused' }, [{}], {}, skip('paused')],
    ['drafts are made, too', { replyMode: 'draft' }, [{}], {}, answer],
    ['not on the list', {}, [{}], { allowList: ['+34600000002'] }, skip('not-on-allow-list')],
    ['on the list by phone, at a LID', { externalId: '9@lid' }, [{}], { allowList: ['+34600000001'] }, answer],
    [
      'on the list by the chat id of before',
      { externalId: '9@lid' },
      [{}],
      { allowList: ['34600000001@c.us'] },
      answer,
    ],
    [
      'a LID with the digits of a phone',
      { externalId: '9@lid' },
      [{}],
      { allowList: ['34600000001@lid'] },
      skip('not-on-allow-list'),
    ],
    ['on the list by phone', {}, [{}], { allowList: ['+34 600 000 001'] }, answer],
    [
      'on the list by chat id',
      { externalId: '12@g.us', kind: 'group' },
      [{ addressed: true }],
      { allowList: ['12@g.us'] },
      answer,
    ],
    ['allowed by hand', { allowed: true }, [{}], { allowList: ['+34600000002'] }, answer],
    ['barred by hand', { allowed: false }, [{}], {}, skip('not-on-allow-list')],
    ['a call waits for nobody', {}, [{ kind: 'call' }], {}, skip('nothing-to-answer')],
    ['a text without a word', {}, [{ text: ' \n' }], {}, skip('nothing-to-answer')],
    ['an unknown kind among talk does not matter', {}, [{ kind: 'unknown' }, {}], {}, answer],
    ['a group that talks to itself', { kind: 'group' }, [{}], {}, skip('group-not-addressed')],
    ['a group that talks to us', { kind: 'group' }, [{}, { addressed: true }], {}, answer],
    ['STOP in a group is talk', { kind: 'group' }, [{ text: 'STOP' }], {}, skip('group-not-addressed')],
    ['two programs talking to each other', { repliesLastMinute: 12 }, [{}], {}, skip('loop-guard')],
    ['who is in danger is seen while the chat is paused', { replyMode: 'paused' }, [IN_DANGER], {}, duty('paused')],
    ['while the owner is here', { takenOverUntil: later }, [{}, IN_DANGER], {}, duty('human-takeover')],
    ['after a STOP', { optedOutAt: before }, [IN_DANGER], {}, duty('opted-out')],
    ['and hears from us when they write a lot', { repliesLastMinute: 12 }, [IN_DANGER], {}, duty('loop-guard', true)],
    ['though not for ever', { repliesLastMinute: 24 }, [IN_DANGER], {}, duty('loop-guard')],
    ['who wants to be forgotten is', { replyMode: 'paused' }, [FORGET], {}, duty('paused')],
    ['whatever else they write', { repliesLastMinute: 12 }, [{}, FORGET], {}, duty('loop-guard', true)],
    ['whose chat is none of ours is not seen', { allowed: false }, [IN_DANGER], {}, skip('not-on-allow-list')],
    ['nor when it is paused, too', { allowed: false, replyMode: 'paused' }, [IN_DANGER], {}, skip('paused')],
    [
      'nor what a group says to itself',
      { kind: 'group', replyMode: 'paused' },
      [IN_DANGER, { addressed: false }],
      {},
      skip('paused'),
    ],
    [
      'what a group says to us is',
      { kind: 'group', replyMode: 'paused' },
      [{ ...IN_DANGER, addressed: true }],
      {},
      duty('paused'),
    ],
    ['in danger and not silenced: answered', {}, [IN_DANGER], {}, answer],
    [
      'a STOP is confirmed, and the danger beside it is seen',
      { optedOutAt: noon },
      [IN_DANGER, { text: 'STOP' }],
      {},
      { kind: 'say', reason: 'stop', besides: duty('opted-out') },
    ],
    [
      'who is back and in danger is welcomed and helped',
      { optedInAt: noon },
      [{ text: 'START' }, IN_DANGER],
      {},
      { kind: 'say', reason: 'start', besides: duty('start', true) },
    ],
    [
      'though not where the owner wants silence',
      { optedInAt: noon, replyMode: 'paused' },
      [{ text: 'START' }, IN_DANGER],
      {},
      { kind: 'say', reason: 'start', besides: duty('paused') },
    ],
    [
      'who says STOP and wants to be forgotten is',
      { optedOutAt: noon },
      [FORGET, { text: 'STOP' }],
      {},
      { kind: 'say', reason: 'stop', besides: duty('opted-out') },
    ],
  ])('%s', (_, chat, waiting, overrides, decision) => {
    expect(
      decideTurn(newTurnChat(chat), waiting.map(newWaitingMessage), { ...policy, ...overrides }, noon),
    ).toMatchObject(decision);
  });

  it('looks at nothing beside a STOP where the chat is none of ours, or where nothing calls for it', () => {
    const stop = newWaitingMessage({ text: 'STOP' });
    const stopped = { optedOutAt: noon };
    for (const [chat, other] of [
      [newTurnChat({ ...stopped, allowed: false }), newWaitingMessage(IN_DANGER)],
      [newTurnChat(stopped), newWaitingMessage()],
    ] as const) {
      expect(decideTurn(chat, [other, stop], policy, noon)).not.toHaveProperty('besides');
    }
  });
});
