import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from '@anthropic-ai/sdk';

import { AppError } from '#kernel';

import { codeOfStatus, retryAfterOf } from '../http-failure.js';
import { llmError, type LlmErrorCode } from '../llm.errors.js';

/** An error inside a stream has no status of its own, only a type. */
const CODE_OF_TYPE: Partial<Record<string, LlmErrorCode>> = {
  overloaded_error: 'llm.overloaded',
  rate_limit_error: 'llm.rate-limited',
  authentication_error: 'llm.unauthorized',
  permission_error: 'llm.unauthorized',
  billing_error: 'llm.unauthorized',
  not_found_error: 'llm.unauthorized',
  invalid_request_error: 'llm.bad-request',
};
/** Said with status 400, as if the question were wrong; no type or code tells it apart. */
const NO_CREDIT = /credit balance is too low/i;

/**
 * Their error as ours: code, status, error type and request id. Their text stays behind, also as a cause: it may quote the
 * prompt. `streaming` says that an answer was already on its way, so that anything unexpected means it broke off.
 */
export function anthropicError(error: unknown, streaming: boolean): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof APIUserAbortError) return llmError('llm.aborted');
  if (error instanceof APIConnectionTimeoutError) return llmError('llm.timeout');
  if (error instanceof APIConnectionError) return llmError(streaming ? 'llm.interrupted' : 'llm.unavailable');
  if (error instanceof APIError) return fromApi(error as APIError, streaming);
  return llmError(streaming ? 'llm.interrupted' : 'llm.unavailable');
}

function fromApi({ status, type, apiMessage, requestID, headers }: APIError, streaming: boolean): AppError {
  const known = status === undefined ? CODE_OF_TYPE[type ?? ''] : codeOfStatus(status);
  const code = known === 'llm.bad-request' && NO_CREDIT.test(apiMessage ?? '') ? 'llm.unauthorized' : known;
  const retryAfterSeconds =
    code === 'llm.rate-limited' || code === 'llm.overloaded' ? retryAfterOf(headers) : undefined;
  return llmError(code ?? (streaming ? 'llm.interrupted' : 'llm.unavailable'), {
    details: { status, type, requestId: requestID },
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
}
