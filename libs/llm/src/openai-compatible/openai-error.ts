import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';

import { AppError } from '#kernel';

import { codeOfStatus, retryAfterOf } from '../http-failure.js';
import { llmError, type LlmErrorCode } from '../llm.errors.js';

/** An error inside a stream has no status of its own, only a type or a code. */
const CODE_OF_TYPE: Partial<Record<string, LlmErrorCode>> = {
  server_error: 'llm.unavailable',
  service_unavailable: 'llm.overloaded',
  overloaded_error: 'llm.overloaded',
  rate_limit_exceeded: 'llm.rate-limited',
  rate_limit_error: 'llm.rate-limited',
  invalid_api_key: 'llm.unauthorized',
  authentication_error: 'llm.unauthorized',
  invalid_request_error: 'llm.bad-request',
};
/** Said with status 400, as if the question were wrong. */
const NO_MODEL_OR_MONEY = new Set(['model_not_found', 'model_decommissioned', 'billing_hard_limit_reached']);
/** An account without money does not get any before the next call. In seconds. */
const NO_MONEY_RETRY = 600;

/**
 * Their error as ours: code, status, error type and request id. Their text stays behind, also as a cause: it may quote the
 * prompt. `streaming` says that an answer was already on its way, so that anything unexpected means it broke off.
 */
export function openAiError(error: unknown, streaming: boolean): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof APIUserAbortError) return llmError('llm.aborted');
  if (error instanceof APIConnectionTimeoutError) return llmError('llm.timeout');
  if (error instanceof APIConnectionError) return llmError(streaming ? 'llm.interrupted' : 'llm.unavailable');
  if (error instanceof APIError) return fromApi(error as APIError, streaming);
  return llmError(streaming ? 'llm.interrupted' : 'llm.unavailable');
}

function fromApi({ status, type, code: theirs, requestID, headers }: APIError, streaming: boolean): AppError {
  const fallback = streaming ? 'llm.interrupted' : 'llm.unavailable';
  const refused = NO_MODEL_OR_MONEY.has(word(theirs) ?? '');
  const code = refused
    ? 'llm.unauthorized'
    : status
      ? codeOfStatus(status)
      : (CODE_OF_TYPE[word(theirs) ?? ''] ?? CODE_OF_TYPE[type ?? ''] ?? fallback);
  const limited = code === 'llm.rate-limited' || code === 'llm.overloaded';
  const wait = theirs === 'insufficient_quota' ? NO_MONEY_RETRY : limited ? retryAfterOf(headers) : undefined;
  return llmError(code, {
    details: { status, type: word(theirs) ?? word(type), requestId: requestID ?? undefined },
    ...(wait !== undefined && { retryAfterSeconds: wait }),
  });
}

/** A code of theirs, when it is one: servers put sentences there, too. */
function word(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z_.-]{1,60}$/i.test(value) ? value : undefined;
}
