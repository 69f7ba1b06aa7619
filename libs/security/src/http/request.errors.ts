import { AppError } from '#kernel';

import type { FieldError } from './problem.js';

export const invalidRequest = (errors: readonly FieldError[]) =>
  new AppError('request.invalid', 'Correct the fields named in "errors" and send the request again.', {
    kind: 'invalid',
    details: { errors },
  });

export const invalidJson = (why: string) =>
  new AppError('request.invalid-json', `The body is not JSON that can be taken: ${why}.`, { kind: 'invalid' });

export const tooManyRequests = (retryAfterSeconds: number) =>
  new AppError('request.rate-limited', `Too many requests. Try again in ${retryAfterSeconds} s.`, {
    kind: 'rate-limited',
    retryAfterSeconds,
  });
