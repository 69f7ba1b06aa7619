import type { CircuitPolicy } from './circuit.js';
import type { RetryPolicy } from './retry-policy.js';

/** How calls to a provider are kept in bounds. */
export interface CallPolicy {
  /** Longest time for one attempt, in milliseconds. */
  readonly timeoutMs: number;
  readonly retry: RetryPolicy;
  readonly circuit: CircuitPolicy;
  readonly maxConcurrent: number;
  /** Longest answer that goes on, in characters. */
  readonly maxOutputCharacters: number;
}

/** Our policy for a timeout: three attempts within twice the timeout, eight at once, half a minute of peace after five failures. */
export function callPolicy(timeoutMs: number): CallPolicy {
  return {
    timeoutMs,
    retry: { maxAttempts: 3, baseMs: 500, capMs: 8_000, totalMs: timeoutMs * 2 },
    circuit: { failures: 5, openMs: 30_000 },
    maxConcurrent: 8,
    maxOutputCharacters: 32_000,
  };
}
