import { sendGate, type GateChat, type QueuedMessage } from './send-gate.js';

const noon = new Date('2026-01-05T12:00:00Z');
const oneOClock = new Date('2026-01-05T13:00:00Z');
const CAP = 5;

function newQueuedMessage(overrides: Partial<QueuedMessage> = {}): QueuedMessage {
  return { origin: 'reply', expiresAt: oneOClock, approved: false, ...overrides };
}

function newGateChat(overrides: Partial<GateChat> = {}): GateChat {
  return { optedOutAt: null, takenOverUntil: null, replyMode: 'auto', sentLastDay: 0, ...overrides };
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
