import { errorCode } from '../error-code.js';

const ATTEMPTS = 6;
const FIRST_MS = 5;
/** Serialization failure, deadlock: Postgres rolled back and asks to try again. */
const RETRYABLE = ['40001', '40P01'];

/**
 * How many milliseconds to wait before the transaction that failed with `error` is tried again, or undefined when it should not be. Doubles
 * with each attempt (from 1) and is spread by `random` (0-1), so that those who met do not meet again.
 */
export function retryDelay(error: unknown, attempt: number, random: number): number | undefined {
  if (attempt >= ATTEMPTS || !isContention(error)) return undefined;
  return FIRST_MS * 2 ** attempt * (0.5 + random);
}

/** Whether the transaction lost against another one, and would succeed alone. */
export function isContention(error: unknown): boolean {
  return RETRYABLE.includes(errorCode(error) ?? '');
}
