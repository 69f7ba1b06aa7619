import type { AppError } from '#kernel';

import { llmError, type LlmErrorCode } from './llm.errors.js';

/** The key, the account's credit, what it may use, or the model, which was withdrawn or misspelt: no question of this kind is answered. */
const REFUSED_ACCOUNT = new Set([401, 402, 403, 404]);

/** What an HTTP status of a model provider means to us. */
export function codeOfStatus(status: number): LlmErrorCode {
  if (REFUSED_ACCOUNT.has(status)) return 'llm.unauthorized';
  if (status === 408 || status === 504) return 'llm.timeout';
  if (status === 429) return 'llm.rate-limited';
  if (status === 503 || status === 529) return 'llm.overloaded';
  return status >= 500 || status === 409 ? 'llm.unavailable' : 'llm.bad-request';
}

/** The error of something that is asked of a batch: what is not there (404) is the batch, and no model. */
export function ofBatch(error: AppError): AppError {
  const { details } = error;
  return details?.status === 404 ? llmError('llm.bad-request', { details }) : error;
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
