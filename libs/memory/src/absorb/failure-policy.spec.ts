import { AppError } from '#kernel';

import { afterFailure } from './failure-policy.js';

const invalid = new AppError('llm.invalid-output', 'no', { kind: 'unavailable', retryable: false });
const badRequest = new AppError('llm.bad-request', 'no', { kind: 'internal' });
const timeout = new AppError('llm.timeout', 'no', { kind: 'unavailable' });
const overBudget = new AppError('llm.over-budget', 'no', { kind: 'rate-limited', retryAfterSeconds: 7_200 });

describe('afterFailure', () => {
  it.each<[string, { failures: number; strikes: number }, number, unknown, object]>([
    [
      'a model that is away is waited for',
      { failures: 0, strikes: 0 },
      40,
      new AppError('llm.unavailable', 'x', { kind: 'unavailable' }),
      { failures: 1, strikes: 0, narrowed: null, leaveOut: false, pauseMs: 30_000 },
    ],
    [
      'longer each time, an hour at the most',
      { failures: 30, strikes: 0 },
      1,
      new AppError('llm.unavailable', 'x', { kind: 'unavailable' }),
      { failures: 31, leaveOut: false, pauseMs: 3_600_000 },
    ],
    ['as long as it asks for', { failures: 0, strikes: 0 }, 40, overBudget, { strikes: 0, pauseMs: 7_200_000 }],
    [
      'nonsense is a strike',
      { failures: 0, strikes: 0 },
      40,
      invalid,
      { failures: 1, strikes: 1, narrowed: null, leaveOut: false },
    ],
    [
      'what we did not foresee, too',
      { failures: 1, strikes: 1 },
      40,
      new TypeError('x'),
      { failures: 2, strikes: 2, narrowed: null, pauseMs: 60_000 },
    ],
    [
      'after three, half of it is tried at once',
      { failures: 2, strikes: 2 },
      40,
      invalid,
      { failures: 0, strikes: 0, narrowed: 20, leaveOut: false, pauseMs: 0 },
    ],
    ['down to one', { failures: 2, strikes: 2 }, 3, invalid, { narrowed: 1, leaveOut: false }],
    [
      'which is left out',
      { failures: 2, strikes: 2 },
      1,
      invalid,
      { failures: 0, strikes: 0, narrowed: null, leaveOut: true },
    ],
    [
      'what a model would not take is tried in smaller parts, less and less often',
      { failures: 3, strikes: 0 },
      5,
      badRequest,
      { failures: 4, strikes: 0, narrowed: 2, leaveOut: false, pauseMs: 240_000 },
    ],
    [
      'and one message of it is kept, as the settings may be wrong',
      { failures: 60, strikes: 50 },
      1,
      badRequest,
      { failures: 61, strikes: 51, narrowed: null, leaveOut: false, pauseMs: 3_600_000 },
    ],
    ['for days', { failures: 80, strikes: 71 }, 1, badRequest, { failures: 0, strikes: 0, leaveOut: true }],
    ['what is slow is tried as it was', { failures: 0, strikes: 0 }, 40, timeout, { failures: 1, narrowed: null }],
    [
      'and then in smaller parts',
      { failures: 4, strikes: 0 },
      40,
      timeout,
      { failures: 5, strikes: 0, narrowed: 20, leaveOut: false, pauseMs: 480_000 },
    ],
    [
      'but never left out',
      { failures: 999, strikes: 2 },
      1,
      timeout,
      { failures: 1_000, strikes: 2, narrowed: null, leaveOut: false, pauseMs: 3_600_000 },
    ],
  ])('%s', (_, so, size, error, expected) => {
    expect(afterFailure(so, size, error)).toMatchObject(expected);
  });
});
