import { AppError } from '#kernel';

import type { AttemptResult } from './attempt-result.js';

/** The same error, of a call that was paid for all the same. */
export class SpentError extends AppError {
  constructor(
    error: AppError,
    readonly spent: AttemptResult,
  ) {
    const { code, message, kind, retryable, retryAfterSeconds, details } = error;
    super(code, message, { kind, retryable, retryAfterSeconds, details, cause: error });
  }
}
