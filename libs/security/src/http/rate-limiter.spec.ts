import { RateLimiter } from './rate-limiter.js';

describe('RateLimiter', () => {
  let now = 1_000_000;
  const limiter = (max: number) => new RateLimiter(max, 60_000, () => now);

  it('lets as many through as it may, and says when to come back', () => {
    const limit = limiter(2);
    expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([0, 0, 60]);
    now += 59_999;
    expect(limit.take('a')).toBe(1);
    now += 1;
    expect(limit.take('a')).toBe(0);
  });

  it('counts callers apart', () => {
    const limit = limiter(1);
    expect([limit.take('a'), limit.take('b'), limit.take('a')]).toEqual([0, 0, 60]);
  });

  it('looks without counting', () => {
    const limit = limiter(1);
    expect([limit.look('a'), limit.take('a'), limit.look('a'), limit.take('a'), limit.look('a')]).toEqual([
      0, 0, 0, 60, 60,
    ]);
    now += 60_000;
    expect(limit.look('a')).toBe(0);
  });

  it('has no limit with 0', () => {
    const limit = limiter(0);
    expect(Array.from({ length: 5 }, () => limit.take('a'))).toEqual([0, 0, 0, 0, 0]);
  });

  it('remembers a bounded number of callers', () => {
    const limit = limiter(1);
    for (let caller = 0; caller < 5_001; caller += 1) limit.take(String(caller));
    expect([limit.take('0'), limit.take('5000')]).toEqual([0, 60]);
  });
});
