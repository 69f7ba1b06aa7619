import type { Purpose } from '../port/completion-request.js';

/** One question that the first provider could not answer. */
export interface FailedQuestion {
  /** The code of its error, all its retries behind it. */
  readonly code: string;
  readonly purpose: Purpose;
  /** The provider that would be asked next. */
  readonly to: string;
}

/**
 * Whether another provider should be asked. Only failures of the provider count: what is wrong with the question, its budget or its
 * answer would be wrong over there, too. The offline model stands in where somebody waits; a task can wait for a better one, and what
 * word lists make of it would stay.
 */
export function fallsBack({ code, purpose, to }: FailedQuestion): boolean {
  return FAILURES_OF_A_PROVIDER.has(code) && (to !== 'offline' || purpose === 'chat');
}

const FAILURES_OF_A_PROVIDER: ReadonlySet<string> = new Set([
  'llm.circuit-open',
  'llm.overloaded',
  'llm.rate-limited',
  'llm.unavailable',
  'llm.timeout',
  'llm.interrupted',
  'llm.empty-output',
  // A key that was withdrawn: people still get their answers, and health and metrics tell the operator.
  'llm.unauthorized',
]);
