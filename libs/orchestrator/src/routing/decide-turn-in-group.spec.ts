import type { GroupAnswering } from '#autonomy';
import type { TurnChat, WaitingMessage } from '#messaging';

import { newTurnChat, newWaitingMessage } from '../../testing/new-turn.js';
import { decideTurn } from './decide-turn.js';

const noon = new Date('2026-01-05T12:00:00Z');
const later = new Date('2026-01-05T12:20:00Z');
const policy = { allowList: [], loopGuardRepliesPerMinute: 12 };
const answer = { kind: 'answer', agent: 'companion' };
const skip = (reason: string): object => ({ kind: 'skip', reason });
const duty = (reason: string, maySpeak = false): object => ({ ...answer, only: 'duty', reason, maySpeak });
const IN_DANGER: Partial<WaitingMessage> = { text: 'I want to kill myself' };

describe('decideTurn, in a group', () => {
  const people: GroupAnswering = {
    muted: false,
    tooMany: false,
    isAddressed: (text) => text.startsWith('Alma'),
    isBot: (senderId) => senderId === 'robot',
  };
  const toUs = { addressed: true };
  const say = (reason: string, text: string): object => ({ kind: 'say', reason, text: expect.stringContaining(text) });

  it.each<[string, Partial<TurnChat>, Partial<WaitingMessage>[], Partial<GroupAnswering>, object]>([
    ['a mention is answered', {}, [toUs], {}, answer],
    ['so is a call by name', {}, [{ text: 'Alma, when?' }], {}, answer],
    ['among other talk, too', {}, [{}, { text: 'Alma, when?' }, {}], {}, answer],
    ['talk is not', {}, [{}], {}, skip('group-not-addressed')],
    ['nor what a program says to us', {}, [{ ...toUs, senderId: 'robot' }], {}, skip('from-bot')],
    ['nor another account of ours', {}, [{ ...toUs, ofOurs: true }], {}, skip('from-bot')],
    ['nor one that calls us by name', {}, [{ text: 'Alma, hi', ofOurs: true }], {}, skip('group-not-addressed')],
    ['a person beside it is', {}, [{ ...toUs, ofOurs: true }, toUs], {}, answer],
    ['where it is muted nobody is', {}, [toUs], { muted: true }, skip('muted')],
    ['though who is in danger is seen', {}, [{ ...toUs, ...IN_DANGER }], { muted: true }, duty('muted')],
    ['not where it is none of ours', { allowed: false }, [{ ...toUs, ...IN_DANGER }], { muted: true }, skip('muted')],
    ['a pace that no people keep ends', {}, [toUs], { tooMany: true }, skip('too-many-answers')],
    [
      'but not for who is in danger',
      {},
      [{ ...toUs, ...IN_DANGER }],
      { tooMany: true },
      duty('too-many-answers', true),
    ],
    [
      'a silence asked of us is confirmed',
      { quietUntil: later },
      [{ ...toUs, text: 'be quiet' }],
      {},
      say('silence-asked', 'talk again'),
    ],
    [
      'in its language',
      { quietUntil: later },
      [{ text: 'Alma, cállate' }],
      {},
      say('silence-asked', 'Ya puedes hablar'),
    ],
    [
      'one asked of nobody is obeyed without a word',
      { quietUntil: later },
      [{ text: 'be quiet' }],
      {},
      skip('group-not-addressed'),
    ],
    ['its end is confirmed', {}, [{ ...toUs, text: 'you can talk again' }], {}, say('silence-lifted', 'here again')],
    [
      'the last word counts',
      {},
      [
        { ...toUs, text: 'be quiet' },
        { ...toUs, text: 'you can talk again' },
      ],
      {},
      say('silence-lifted', 'here again'),
    ],
    ['an overruled one is let be', {}, [{ ...toUs, text: 'be quiet' }], {}, skip('silence-overruled')],
    ['but for what is said beside it', {}, [{ ...toUs, text: 'be quiet' }, toUs], {}, answer],
    ['a START to us where nobody is silent is talk', {}, [{ ...toUs, text: 'start' }], {}, answer],
    ['who asks is answered in silence', { quietUntil: later }, [toUs], {}, answer],
    [
      'who is in danger is seen beside a silence',
      { quietUntil: later },
      [
        { ...toUs, ...IN_DANGER },
        { ...toUs, text: 'be quiet' },
      ],
      {},
      { kind: 'say', reason: 'silence-asked', besides: duty('silence-asked', true) },
    ],
    [
      'programs that silence each other end, too',
      { quietUntil: later, repliesLastMinute: 12 },
      [{ ...toUs, text: 'be quiet' }],
      {},
      skip('loop-guard'),
    ],
    [
      'nothing is said where the owner is',
      { takenOverUntil: later, quietUntil: later },
      [{ ...toUs, text: 'be quiet' }],
      {},
      skip('human-takeover'),
    ],
    [
      'nor where it is none of ours',
      { allowed: false, quietUntil: later },
      [{ ...toUs, text: 'be quiet' }],
      {},
      skip('not-on-allow-list'),
    ],
  ])('%s', (_, chat, waiting, group, decision) => {
    const made = decideTurn(newTurnChat({ kind: 'group', ...chat }), waiting.map(newWaitingMessage), policy, noon, {
      ...people,
      ...group,
    });
    expect(made).toMatchObject(decision);
  });
});
