import { NOW, hoursAgo, inHours } from '../../testing/new-person.js';
import { newPolicy } from '../../testing/new-policy.js';
import { capVerdict, type CapVerdict } from './cap-verdict.js';
import type { EngagementPolicy } from './engagement-policy.js';
import type { Frequency } from './frequency.js';

const HOUR_MS = 3_600_000;

interface Given {
  readonly handedAt?: readonly Date[];
  readonly pending?: number;
  readonly lastEngagedAt?: Date | null;
  readonly policy?: Partial<EngagementPolicy>;
  readonly frequency?: Frequency;
  readonly zones?: readonly string[];
  readonly now?: Date;
}

function verdict(given: Given): CapVerdict {
  const { handedAt = [], pending = 0, lastEngagedAt = null, policy, frequency = 'high', zones = ['UTC'] } = given;
  return capVerdict({ handedAt, pending, lastEngagedAt }, newPolicy(policy), frequency, zones, given.now ?? NOW);
}

const full = (reason: string, until: Date): unknown => ({ ok: false, reason, until });

describe('capVerdict', () => {
  it.each<[string, Given, unknown]>([
    ['nothing was sent', {}, { ok: true }],
    ['one waits already', { pending: 1 }, full('pending', inHours(3))],
    ['the interval is not over', { handedAt: [hoursAgo(1)] }, full('min-interval', inHours(1))],
    ['the interval is over to the millisecond', { handedAt: [hoursAgo(2)] }, { ok: true }],
    [
      'what may have left counts though it is in no list',
      { lastEngagedAt: hoursAgo(1) },
      full('min-interval', inHours(1)),
    ],
    ['low is calmer', { handedAt: [hoursAgo(90)], frequency: 'low' }, full('min-interval', inHours(6))],
    ['normal is calmer', { handedAt: [hoursAgo(23)], frequency: 'normal' }, full('min-interval', inHours(1))],
    [
      'three within 24 hours, on two days',
      { handedAt: [hoursAgo(20), hoursAgo(16), hoursAgo(3)] },
      full('per-day', inHours(4)),
    ],
    ['three, the first 24 hours ago', { handedAt: [hoursAgo(24), hoursAgo(16), hoursAgo(3)] }, { ok: true }],
    ['no day takes any', { policy: { maxPerDay: 0 } }, full('per-day', inHours(24))],
  ])('%s', (_, given, expected) => {
    expect(verdict(given)).toEqual(expected);
  });

  it('counts the calendar day where they are: one of 25 hours holds no more than another', () => {
    // Clocks in Madrid go back on 25 October 2026: the day is 25 hours long.
    const morning = Date.parse('2026-10-24T22:10:00Z');
    const handedAt = [0, 6, 12].map((hours) => new Date(morning + hours * HOUR_MS));
    const now = new Date('2026-10-25T22:30:00Z');
    expect(verdict({ handedAt, now, zones: ['UTC'] })).toEqual({ ok: true });
    expect(verdict({ handedAt, now, zones: ['Europe/Madrid'] })).toEqual(
      full('per-day', new Date('2026-10-25T23:00:00Z')),
    );
  });

  it('counts the day in each zone in which they may be', () => {
    const handedAt = [hoursAgo(24.5), hoursAgo(12), hoursAgo(6)];
    expect(verdict({ handedAt, now: NOW, zones: ['UTC', 'Europe/Madrid'] })).toEqual({ ok: true });
    expect(verdict({ handedAt: handedAt.slice(1).concat(hoursAgo(3)), zones: ['Asia/Tokyo', 'UTC'] })).toEqual(
      full('per-day', inHours(12)),
    );
  });

  it.each<[string, Given, Given]>([
    ['minIntervalHours', { policy: { minIntervalHours: 2 } }, { policy: { minIntervalHours: 4 } }],
    ['maxPerDay', { policy: { maxPerDay: 2 } }, { policy: { maxPerDay: 1 } }],
    ['maxPerUser', { pending: 1, policy: { maxPerUser: 2 } }, { pending: 1, policy: { maxPerUser: 1 } }],
  ])('%s decides', (_, allowing, refusing) => {
    const handedAt = [hoursAgo(3)];
    expect(verdict({ ...allowing, handedAt }).ok).toBe(true);
    expect(verdict({ ...refusing, handedAt }).ok).toBe(false);
  });
});
