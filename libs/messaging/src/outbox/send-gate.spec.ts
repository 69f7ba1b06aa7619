import { sendGate, type GateChat, type QueuedMessage } from './send-gate.js';

const noon = new Date('2026-01-05T12:00:00Z');
const oneOClock = new Date('2026-01-05T13:00:00Z');
const CAP = 5;

function newQueuedMessage(overrides: Partial<QueuedMessage> = {}): QueuedMessage {
  return { origin: 'reply', expiresAt: oneOClock, approved: false, ...overrides };
}

function newGateChat(overrides: Partial<GateChat> = {}): GateChat {
  return {
    optedOutAt: null,
    takenOverUntil: null,
    quietUntil: null,
    replyMode: 'auto',
    sentLastDay: 0,
    heard: 'nothing',
    ...overrides,
  };
}

describe('sendGate', () => {
  it.each<[string, Partial<GateChat>, Partial<QueuedMessage>, object]>([
    ['nothing stands in the way', {}, {}, { kind: 'pass' }],
    [
      'a STOP wins over everything',
      { optedOutAt: noon, takenOverUntil: oneOClock },
      {},
      { kind: 'drop', reason: 'opted-out' },
    ],
    [
      'a STOP binds the operator, too',
      { optedOutAt: noon },
      { origin: 'operator' },
      { kind: 'drop', reason: 'opted-out' },
    ],
    ['the answer to a STOP may leave', { optedOutAt: noon }, { origin: 'command' }, { kind: 'pass' }],
    ['who asks is answered, also in silence', { quietUntil: oneOClock }, {}, { kind: 'pass' }],
    ['the owner is typing here', { takenOverUntil: oneOClock }, {}, { kind: 'drop', reason: 'human-takeover' }],
    ['the owner has gone again', { takenOverUntil: noon }, {}, { kind: 'pass' }],
    [
      'the operator may write into a chat taken over',
      { takenOverUntil: oneOClock },
      { origin: 'operator' },
      { kind: 'pass' },
    ],
    [
      'the chat is paused',
      { replyMode: 'paused' },
      {},
      { kind: 'hold', reason: 'paused', until: new Date('2026-01-05T12:01:00Z') },
    ],
    ['too late to be of use', {}, { expiresAt: noon }, { kind: 'drop', reason: 'expired' }],
    [
      'the cap is reached',
      { sentLastDay: CAP },
      {},
      { kind: 'hold', reason: 'daily-cap', until: new Date('2026-01-05T12:10:00Z') },
    ],
    [
      'the cap binds the operator, too',
      { sentLastDay: CAP },
      { origin: 'operator' },
      { kind: 'hold', reason: 'daily-cap', until: new Date('2026-01-05T12:10:00Z') },
    ],
    ['one below the cap', { sentLastDay: CAP - 1 }, {}, { kind: 'pass' }],
  ])('%s', (_, chat, message, verdict) => {
    expect(sendGate(newQueuedMessage(message), newGateChat(chat), CAP, noon)).toEqual(verdict);
  });
});

describe('sendGate, of a message that nobody asked for', () => {
  it.each<[string, Partial<GateChat>, Partial<QueuedMessage>, object]>([
    ['nothing stands in the way', {}, {}, { kind: 'pass' }],
    ['a STOP wins over everything', { optedOutAt: noon, heard: 'answered-meanwhile' }, {}, drop('opted-out')],
    ['too late', { heard: 'answered-meanwhile' }, { expiresAt: noon }, drop('expired')],
    ['a STOP in another chat', { heard: 'opted-out' }, {}, drop('opted-out')],
    ['they have written', { heard: 'answered-meanwhile', sentLastDay: CAP }, {}, drop('answered-meanwhile')],
    ['they are being answered', { heard: 'answer-under-way' }, {}, drop('answer-under-way')],
    ['the cap is reached: nothing is held', { sentLastDay: CAP }, {}, drop('daily-cap')],
    [
      'the owner is here, whoever approved it',
      { takenOverUntil: oneOClock },
      { approved: true },
      drop('human-takeover'),
    ],
    [
      'the group asked for silence, whoever approved it',
      { quietUntil: oneOClock },
      { approved: true },
      drop('silence-asked'),
    ],
    ['its silence is over', { quietUntil: noon }, {}, { kind: 'pass' }],
    ['the chat is paused, whoever approved it', { replyMode: 'paused' }, { approved: true }, drop('paused')],
    ['answers wait for approval here, and it has none', { replyMode: 'draft' }, {}, drop('not-approved')],
    [
      'answers wait for approval here, and it was approved',
      { replyMode: 'draft' },
      { approved: true },
      { kind: 'pass' },
    ],
  ])('%s', (_, chat, message, verdict) => {
    expect(sendGate(newQueuedMessage({ origin: 'proactive', ...message }), newGateChat(chat), CAP, noon)).toEqual(
      verdict,
    );
  });
});

function drop(reason: string): object {
  return { kind: 'drop', reason };
}
