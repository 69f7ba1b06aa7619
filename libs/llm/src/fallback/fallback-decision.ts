/**
 * Whether another provider should be asked after the first one failed with this code, all its retries behind it. Only failures of the
 * provider count: what is wrong with the question, its budget or its answer would be wrong over there, too.
 */
export function fallsBack(code: string): boolean {
  return FAILURES_OF_A_PROVIDER.has(code);
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
