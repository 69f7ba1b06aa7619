import { newPolicy } from '../../testing/new-policy.js';
import { backOff } from './back-off.js';

describe('backOff', () => {
  it.each([
    [0, 'high', 2],
    [0, 'normal', 24],
    [0, 'low', 96],
    [1, 'high', 48],
    [1, 'low', 96],
    [2, 'normal', 120],
    [3, 'high', 336],
  ] as const)('after %i unanswered, %s: %i hours', (unanswered, frequency, hours) => {
    expect(backOff(unanswered, frequency, newPolicy())).toEqual({ wait: hours * 3_600_000 });
  });

  it.each([
    [4, 'high'],
    [40, 'high'],
    [0, 'off'],
  ] as const)('after %i unanswered, %s: stop', (unanswered, frequency) => {
    expect(backOff(unanswered, frequency, newPolicy())).toBe('stop');
  });

  it('is never shorter than the least interval', () => {
    expect(backOff(1, 'high', newPolicy({ minIntervalHours: 72 }))).toEqual({ wait: 72 * 3_600_000 });
  });
});
