import type { PageSendOutcome } from '../page/send-message.js';
import { receiptOf } from './receipt-of.js';

const NOW = new Date(0);

describe('receiptOf', () => {
  it.each([
    [1, 1],
    [3, 3],
    [4, 3],
  ] as const)('ack %d of the page is %d', (ack, expected) => {
    expect(receiptOf({ kind: 'sent', ack }, NOW)).toEqual({ ack: expected, at: NOW });
  });

  it.each<[PageSendOutcome, string]>([
    [{ kind: 'refused' }, 'whatsapp.send-failed'],
    [{ kind: 'not-handed-over', reason: 'x' }, 'whatsapp.send-failed'],
    [{ kind: 'rejected', reason: 'x' }, 'whatsapp.send-rejected'],
    [{ kind: 'unanswered' }, 'whatsapp.send-unknown'],
  ])('%j is %s', (outcome, code) => {
    expect(() => receiptOf(outcome, NOW)).toThrow(expect.objectContaining({ code }) as Error);
  });
});
