import { AppError } from '#kernel';
import { describeError } from '#telemetry';

export interface FailureReason {
  /** Stable, for programs: that of the `AppError`, or `agents.unexpected`. */
  readonly code: string;
  readonly message: string;
}

/** Why a task failed, fit to be kept and shown: foreign messages may quote what people wrote and are left out. */
export function failureReason(error: unknown): FailureReason {
  if (error instanceof AppError) return { code: error.code, message: error.message };
  const { type, code } = describeError(error);
  return { code: 'agents.unexpected', message: `Unexpected ${type}${code ? ` (${code})` : ''}; the log says where.` };
}

/** Whether another try may help. Errors we did not foresee get the benefit of the doubt. */
export function isRetryable(error: unknown): boolean {
  return !(error instanceof AppError) || error.retryable;
}
