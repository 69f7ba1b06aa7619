import type { LlmErrorCode } from './llm.errors.js';

/** What an HTTP status of a model provider means to us. */
export function codeOfStatus(status: number): LlmErrorCode {
  if (status === 401 || status === 403) return 'llm.unauthorized';
  if (status === 408 || status === 504) return 'llm.timeout';
  if (status === 429) return 'llm.rate-limited';
  if (status === 503 || status === 529) return 'llm.overloaded';
  return status >= 500 || status === 409 ? 'llm.unavailable' : 'llm.bad-request';
}

/** How long the provider asks us to wait, in seconds: `retry-after` as seconds or as a date. */
export function retryAfterOf(headers: Headers | undefined): number | undefined {
  const value = headers?.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - Date.now()) / 1000);
}
