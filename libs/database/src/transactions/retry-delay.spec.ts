import { retryDelay } from './retry-delay.js';

describe('retryDelay', () => {
  it.each([
    ['a deadlock, first time', { code: '40P01' }, 1, 0, 5],
    ['a deadlock, first time, at the other end of the spread', { code: '40P01' }, 1, 1, 15],
    ['a serialization failure, third time', { code: '40001' }, 3, 0.5, 40],
    ['as TypeORM wraps it', { driverError: { code: '40001' } }, 1, 0.5, 10],
    ['a deadlock for the sixth time', { code: '40P01' }, 6, 0.5, undefined],
    ['a broken rule', { code: '23505' }, 1, 0.5, undefined],
    ['a lost connection, of which nobody knows whether it committed', { code: '57P01' }, 1, 0.5, undefined],
    ['an error of the work itself', new Error('no'), 1, 0.5, undefined],
  ])('%s', (_, error, attempt, random, delay) => {
    expect(retryDelay(error, attempt, random)).toBe(delay);
  });
});
