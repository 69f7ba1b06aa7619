import fc from 'fast-check';

import { takeToken, type TokenBucket } from './token-bucket.js';

const POLICY = { ratePerMinute: 20, burst: 5 };
const NOON = new Date('2026-01-05T12:00:00Z');
const after = (ms: number): Date => new Date(NOON.getTime() + ms);

describe('takeToken', () => {
  it.each([
    ['a full one at first', null, 0, { taken: true, bucket: { tokens: 4, refilledAt: NOON } }],
    ['the last one', { tokens: 1, refilledAt: NOON }, 0, { taken: true, bucket: { tokens: 0, refilledAt: NOON } }],
    ['none left: one comes every 3 s', { tokens: 0, refilledAt: NOON }, 0, { taken: false, until: after(3_000) }],
    ['half of one', { tokens: 0, refilledAt: NOON }, 1_500, { taken: false, until: after(3_000) }],
    [
      'refilled',
      { tokens: 0, refilledAt: NOON },
      3_000,
      { taken: true, bucket: { tokens: 0, refilledAt: after(3_000) } },
    ],
    [
      'never more than the burst',
      { tokens: 0, refilledAt: NOON },
      1e9,
      { taken: true, bucket: { tokens: 4, refilledAt: after(1e9) } },
    ],
    ['a clock that went back', { tokens: 0, refilledAt: NOON }, -60_000, { taken: false, until: after(-57_000) }],
    [
      'a burst that was larger',
      { tokens: 50, refilledAt: NOON },
      0,
      { taken: true, bucket: { tokens: 4, refilledAt: NOON } },
    ],
  ])('%s', (_, bucket, ms, taken) => {
    expect(takeToken(bucket, POLICY, after(ms))).toEqual(taken);
  });

  it('gives no more than burst and rate allow, whenever it is asked, and always at the time that it names', () => {
    const rates = fc.record({
      ratePerMinute: fc.double({ min: 0.1, max: 600, noNaN: true }),
      burst: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(rates, fc.array(fc.nat(20_000), { maxLength: 100 }), (policy, pauses) => {
        let bucket: TokenBucket | null = null;
        let now = NOON;
        let taken = 0;
        for (const pause of pauses) {
          now = new Date(now.getTime() + pause);
          const token = takeToken(bucket, policy, now);
          if (token.taken) [bucket, taken] = [token.bucket, taken + 1];
          else expect(takeToken(bucket, policy, token.until)).toMatchObject({ taken: true });
        }
        const minutes = (now.getTime() - NOON.getTime()) / 60_000;
        expect(taken).toBeLessThanOrEqual(policy.burst + policy.ratePerMinute * minutes + 1e-6);
      }),
    );
  });
});
