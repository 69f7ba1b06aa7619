import { AppError } from '#kernel';
import { sendFailed, sendRejected } from '#whatsapp';

import { outcomeOf, outcomeOfError, retryDelayMs } from './send-outcome.js';

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

describe('outcomeOfError', () => {
  it.each([
    ['failed', sendFailed('x'), { kind: 'again' }],
    [
      'asked to slow down',
      sendFailed('x', undefined, { retryAfterSeconds: 6 }),
      { kind: 'again', retryAfterMs: 6_000 },
    ],
    ['not connected', new AppError('whatsapp.not-connected', ''), { kind: 'again' }],
    [
      'rejected',
      sendRejected('nobody is there'),
      { kind: 'refused', reason: 'The message cannot be sent: nobody is there.' },
    ],
    ['beyond this connector', new AppError('whatsapp.not-capable', 'no'), { kind: 'refused', reason: 'no' }],
    ['unknown', new AppError('whatsapp.send-unknown', ''), undefined],
    ['any other error', new Error('detached Frame'), undefined],
    ['none', undefined, undefined],
  ])('%s', (_, error, expected) => {
    expect(outcomeOfError(error)).toEqual(expected);
  });

  it('keeps a reason short', () => {
    expect(outcomeOfError(sendRejected('x'.repeat(9_000)))).toEqual({
      kind: 'refused',
      reason: expect.stringMatching(/^.{300}$/),
    });
  });
});

describe('retryDelayMs', () => {
  it('doubles from 2 s and ends at 2 min', () => {
    expect([1, 2, 3, 7, 50].map(retryDelayMs)).toEqual([2_000, 4_000, 8_000, 120_000, 120_000]);
  });
});
