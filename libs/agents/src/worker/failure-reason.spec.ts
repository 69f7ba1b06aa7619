import { AppError } from '#kernel';

import { failureReason, isRetryable } from './failure-reason.js';

describe('failureReason', () => {
  it('keeps what an AppError says', () => {
    const error = new AppError('chat.not-found', 'There is no such chat.', { kind: 'not-found' });
    expect(failureReason(error)).toEqual({ code: 'chat.not-found', message: 'There is no such chat.' });
  });

  it.each([
    [new TypeError('canary'), 'Unexpected TypeError; the log says where.'],
    [
      Object.assign(new Error('canary'), { code: '23505', detail: 'canary' }),
      'Unexpected Error (23505); the log says where.',
    ],
    ['canary', 'Unexpected string; the log says where.'],
  ])('tells nothing of foreign errors but their kind', (error, message) => {
    expect(failureReason(error)).toEqual({ code: 'agents.unexpected', message });
  });
});

it.each([
  [new Error('a bug or a broken line'), true],
  [new AppError('x', 'x', { kind: 'unavailable' }), true],
  [new AppError('x', 'x', { kind: 'invalid' }), false],
])('tries %s again: %s', (error, expected) => {
  expect(isRetryable(error)).toBe(expected);
});
