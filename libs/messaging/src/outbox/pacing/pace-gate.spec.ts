import { accountHold, paceGate, type PacedMessage } from './pace-gate.js';

const NOW = new Date('2026-01-05T12:00:00Z');
const at = (ms: number): Date => new Date(NOW.getTime() + ms);
const HOUR = 60 * 60_000;
const POLICY = {
  ratePerMinute: 20,
  burst: 5,
  gapMs: 1_500,
  newContactsPerDay: 2,
  warmUpDays: 0,
  typingMaxMs: 8_000,
};
const EMPTY = { tokens: 0, refilledAt: NOW };
const FULL = { tokens: 5, refilledAt: NOW };
const PASS = { kind: 'pass', bucket: { tokens: 4, refilledAt: NOW } };
const MESSAGE: PacedMessage = {
  answer: false,
  length: 10,
  typed: false,
  newContact: false,
  lastInChatAt: null,
  newContactsAt: [],
};
const hold = (reason: string, ms: number) => ({ kind: 'hold', reason, until: at(ms) });

describe('paceGate', () => {
  it.each([
    ['nothing against it', {}, FULL, PASS],
    ['an account that never sent', {}, null, PASS],
    ['too soon in its chat', { lastInChatAt: at(-1_000) }, FULL, hold('gap', 500)],
    ['long after the one before', { lastInChatAt: at(-1_500) }, FULL, PASS],
    ['the account has sent enough', {}, EMPTY, hold('rate', 3_000)],
    ['a stranger, the first today', { newContact: true }, FULL, PASS],
    ['a stranger, the second', { newContact: true, newContactsAt: [at(-1)] }, FULL, PASS],
    [
      'a stranger too many: when the second-last leaves the day',
      { newContact: true, newContactsAt: [at(-HOUR), at(-23.5 * HOUR), at(-23.8 * HOUR)] },
      FULL,
      hold('new-contacts', HOUR / 2),
    ],
    [
      'a stranger too many for long: looked at every hour',
      { newContact: true, newContactsAt: [at(-2), at(-1)] },
      FULL,
      hold('new-contacts', HOUR),
    ],
    ['somebody who wrote to us is none', { newContactsAt: [at(-2), at(-1)] }, FULL, PASS],
    ['an answer: typing first', { answer: true }, FULL, hold('typing', 1_000)],
    ['a longer answer: typing longer', { answer: true, length: 60 }, FULL, hold('typing', 3_000)],
    ['an answer that was typed', { answer: true, typed: true }, FULL, PASS],
    ['no typing before what cannot leave after it', { answer: true }, EMPTY, hold('rate', 3_000)],
    [
      'a stranger waits although the account may send',
      { newContact: true, newContactsAt: [NOW, NOW] },
      null,
      hold('new-contacts', HOUR),
    ],
  ])('%s', (_, message, bucket, verdict) => {
    expect(paceGate({ ...MESSAGE, ...message }, bucket, POLICY, { now: NOW, random: 0.5 })).toEqual(verdict);
  });

  it.each([
    ['no strangers at all', { newContactsPerDay: 0 }, { newContact: true }, hold('new-contacts', HOUR)],
    ['no typing', { typingMaxMs: 0 }, { answer: true }, PASS],
    ['no gap', { gapMs: 0 }, { lastInChatAt: NOW }, PASS],
  ])('set to %s', (_, policy, message, verdict) => {
    expect(paceGate({ ...MESSAGE, ...message }, FULL, { ...POLICY, ...policy }, { now: NOW, random: 0.5 })).toEqual(
      verdict,
    );
  });
});

describe('accountHold', () => {
  it.each([
    ['nothing', {}, undefined],
    ['stopped', { stoppedAt: at(-1), heldUntil: at(5), heldReason: 'rate' as const }, hold('stopped', 60_000)],
    ['asked to slow down', { heldUntil: at(5), heldReason: 'slow-down' as const }, hold('slow-down', 5)],
    ['rested enough', { heldUntil: NOW, heldReason: 'rate' as const }, undefined],
  ])('%s', (_, state, verdict) => {
    expect(accountHold({ stoppedAt: null, heldUntil: null, heldReason: null, ...state }, NOW)).toEqual(verdict);
  });
});
