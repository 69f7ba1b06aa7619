import { warmedUp, warmUpShare } from './warm-up.js';

const NOON = new Date('2026-01-05T12:00:00Z');
const days = (count: number): Date => new Date(NOON.getTime() + count * 24 * 60 * 60_000);

describe('warmUpShare', () => {
  it.each([
    ['the first moment', 0, 7, 0.25],
    ['half-way', 4, 8, 0.625],
    ['the last day is over', 7, 7, 1],
    ['a year later', 365, 7, 1],
    ['no warm-up', 0, 0, 1],
    ['a clock that went back', -3, 7, 0.25],
  ])('%s', (_, age, length, share) => {
    expect(warmUpShare(NOON, length, days(age))).toBe(share);
  });
});

describe('warmedUp', () => {
  const policy = {
    ratePerMinute: 20,
    burst: 5,
    gapMs: 1_500,
    newContactsPerDay: 10,
    warmUpDays: 8,
    typingMaxMs: 8_000,
  };

  it.each([
    ['the first day', 0, { ratePerMinute: 5, burst: 1, newContactsPerDay: 2 }],
    ['half-way', 4, { ratePerMinute: 12.5, burst: 3, newContactsPerDay: 6 }],
    ['at the end', 8, { ratePerMinute: 20, burst: 5, newContactsPerDay: 10 }],
  ])('%s', (_, age, limits) => {
    expect(warmedUp(policy, NOON, days(age))).toEqual({ ...policy, ...limits });
  });

  it('keeps one of what is allowed at all', () => {
    expect(warmedUp({ ...policy, burst: 1, newContactsPerDay: 1 }, NOON, NOON)).toMatchObject({
      burst: 1,
      newContactsPerDay: 1,
    });
  });

  it('keeps what is forbidden forbidden', () => {
    expect(warmedUp({ ...policy, newContactsPerDay: 0 }, NOON, NOON).newContactsPerDay).toBe(0);
  });
});
