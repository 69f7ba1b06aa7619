import { AppError } from '#kernel';

import type { FieldError } from './problem.js';

export const invalidRequest = (errors: readonly FieldError[]) =>
  new AppError('request.invalid', 'Correct the fields named in "errors" and send the request again.', {
    kind: 'invalid',
    details: { errors },
  });

/** `instead`: a sentence that says where it is taken. */
export const bodyNotTaken = (instead = '') =>
  new AppError(
    'request.body-not-taken',
    `Send this request without a body: nothing in it would be looked at.${instead && ` ${instead}`}`,
    { kind: 'invalid' },
  );

export const invalidJson = (why: string) =>
  new AppError('request.invalid-json', `The body is not JSON that can be taken: ${why}.`, { kind: 'invalid' });

export const tooManyRequests = (retryAfterSeconds: number) =>
  new AppError('request.rate-limited', `Too many requests. Try again in ${retryAfterSeconds} s.`, {
    kind: 'rate-limited',
    retryAfterSeconds,
  });
