import { describeError } from './describe-error.js';

/**
 * The fields as they are printed. The types keep objects out already; this also holds for what got past them: only
 * primitives are printed, and `err` goes through `describeError`.
 */
export function safeFields(fields: object): Record<string, unknown> {
  const safe: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields) as [string, unknown][]) {
    safe[name] = name === 'err' ? describeError(value) : safeValue(value);
  }
  return safe;
}

function safeValue(value: unknown): unknown {
  if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)) return value;
  return typeof value === 'bigint' ? value.toString() : `[${typeof value}]`;
}
