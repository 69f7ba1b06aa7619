import type { AppError } from '#kernel';

export interface RetryPolicy {
  readonly maxAttempts: number;
  /** Wait before the second attempt, and the longest wait, in milliseconds; each wait doubles the one before. */
  readonly baseMs: number;
  readonly capMs: number;
  /** No attempt begins later than this after the first, in milliseconds. */
  readonly totalMs: number;
}

export interface FailedAttempt {
  readonly error: AppError;
  /** 1 for the first. */
  readonly attempt: number;
  readonly elapsedMs: number;
  /** 0 to below 1. */
  readonly random: number;
}

/**
 * Milliseconds to wait before another attempt, or undefined for none. Half of the wait is jitter, so that callers that failed
 * together do not come back together. A provider's `retry-after` is kept; one that does not fit into the total ends the call.
 */
export function retryDelay(
  { error, attempt, elapsedMs, random }: FailedAttempt,
  policy: RetryPolicy,
): number | undefined {
  if (!error.retryable || error.code === 'llm.circuit-open' || attempt >= policy.maxAttempts) return undefined;
  const longest = Math.min(policy.capMs, policy.baseMs * 2 ** (attempt - 1));
  const delay = Math.max(Math.round(longest * (0.5 + random / 2)), (error.retryAfterSeconds ?? 0) * 1000);
  return elapsedMs + delay <= policy.totalMs ? delay : undefined;
}
