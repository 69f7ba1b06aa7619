import { AppError } from '#kernel';

import { outcomeOf, retryDelayMs, surelyNotSent } from './send-outcome.js';

describe('outcomeOf', () => {
  it.each([
    ['found and acknowledged', { found: true, ack: 1 }, { kind: 'sent', ack: 1 }],
    ['found and pending: WhatsApp owns it', { found: true, ack: 0 }, { kind: 'sent', ack: 0 }],
    ['found in error: once more, same id', { found: true, ack: -1 }, { kind: 'again' }],
    ['absent from a complete history', { found: false, historyComplete: true }, { kind: 'again' }],
    [
      'absent from an incomplete one',
      { found: false, historyComplete: false },
      { kind: 'unknown', reason: 'history-incomplete' },
    ],
  ] as const)('%s', (_, lookup, outcome) => {
    expect(outcomeOf(lookup)).toEqual(outcome);
  });
});

describe('surelyNotSent', () => {
  it.each([
    [new AppError('whatsapp.send-failed', ''), true],
    [new AppError('whatsapp.not-connected', ''), true],
    [new AppError('whatsapp.send-unknown', ''), false],
    [new Error('detached Frame'), false],
    [undefined, false],
  ])('%s', (error, expected) => {
    expect(surelyNotSent(error)).toBe(expected);
  });
});

describe('retryDelayMs', () => {
  it('doubles from 2 s and ends at 2 min', () => {
    expect([1, 2, 3, 7, 50].map(retryDelayMs)).toEqual([2_000, 4_000, 8_000, 120_000, 120_000]);
  });
});
