import { inTime } from './in-time.js';
import type { HoldReason, Refusal } from './send-gate.js';

const noon = new Date('2026-01-05T12:00:00Z');
const held = (reason: HoldReason, at: string): Refusal => ({
  kind: 'hold',
  reason,
  until: new Date(`2026-01-05T${at}Z`),
});

describe('inTime', () => {
  it.each<[string, Refusal, Refusal]>([
    ['held while it is of use', held('rate', '11:59:59'), held('rate', '11:59:59')],
    ['held beyond that', held('rate', '12:00:00'), { kind: 'drop', reason: 'expired' }],
    ['held as a first word', held('new-contacts', '11:00:00'), { kind: 'drop', reason: 'new-contacts' }],
    ['dropped anyway', { kind: 'drop', reason: 'paused' }, { kind: 'drop', reason: 'paused' }],
  ])('%s', (_, refusal, verdict) => {
    expect(inTime({ origin: 'proactive', expiresAt: noon }, refusal)).toEqual(verdict);
  });

  it('lets an answer wait', () => {
    expect(inTime({ origin: 'reply', expiresAt: noon }, held('gap', '13:00:00'))).toEqual(held('gap', '13:00:00'));
  });
});
