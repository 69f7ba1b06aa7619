import type { FieldError } from './problem.js';
import { invalidRequest } from './request.errors.js';

/** Refuses a parameter that is given twice, of which some readers take the first and others the last, and `__proto__`. */
export function checkQuery(query: unknown): void {
  const errors: FieldError[] = [];
  const parameters = (query ?? {}) as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(parameters)) {
    const value = parameters[key];
    if (Array.isArray(value)) errors.push({ field: key.slice(0, 100), message: 'must be given once' });
    if (key === '__proto__' || key === 'constructor') errors.push({ field: key, message: 'is not allowed' });
  }
  if (errors.length > 0) throw invalidRequest(errors);
}
