import { AppError, type AppErrorOptions } from '#kernel';

/** What a program may branch on. Messages say what to do next and never repeat what the provider wrote. */
export type LlmErrorCode =
  | 'llm.overloaded'
  | 'llm.rate-limited'
  | 'llm.unauthorized'
  | 'llm.bad-request'
  | 'llm.timeout'
  | 'llm.unavailable'
  | 'llm.interrupted'
  | 'llm.aborted'
  | 'llm.refused'
  | 'llm.empty-output'
  | 'llm.invalid-output'
  | 'llm.unsupported'
  | 'llm.circuit-open'
  | 'llm.no-key'
  | 'llm.no-provider';

const EXPLAINED: Record<LlmErrorCode, readonly [message: string, options: AppErrorOptions]> = {
  'llm.overloaded': ['The model is overloaded. Try again in a moment.', { kind: 'unavailable' }],
  'llm.rate-limited': ['The model takes no more calls for now. Try again later.', { kind: 'rate-limited' }],
  'llm.unauthorized': [
    'The model provider refused the key. Check ANTHROPIC_API_KEY and what it may use.',
    { kind: 'unavailable', retryable: false },
  ],
  'llm.bad-request': [
    'The model provider did not accept the request. Check LLM_CHAT_MODEL, LLM_TASK_MODEL and LLM_MAX_TOKENS.',
    { kind: 'internal' },
  ],
  'llm.timeout': ['The model took too long. Try again, or raise LLM_TIMEOUT_MS.', { kind: 'unavailable' }],
  'llm.unavailable': ['The model cannot be reached. Try again in a moment.', { kind: 'unavailable' }],
  'llm.interrupted': ['The answer of the model broke off. Try again.', { kind: 'unavailable' }],
  'llm.aborted': ['The question to the model was taken back.', { kind: 'unavailable', retryable: false }],
  'llm.refused': ['The model declined to answer this.', { kind: 'unavailable', retryable: false }],
  'llm.empty-output': ['The model answered nothing. Try again.', { kind: 'unavailable' }],
  'llm.invalid-output': [
    'The model answered twice in a form that cannot be used.',
    { kind: 'unavailable', retryable: false },
  ],
  'llm.unsupported': [
    'This provider cannot do this. Set LLM_PROVIDER to one that can.',
    { kind: 'invalid', retryable: false },
  ],
  'llm.circuit-open': ['The model failed several times and is left in peace for a while.', { kind: 'unavailable' }],
  'llm.no-key': ['Set ANTHROPIC_API_KEY, or LLM_PROVIDER=offline to run without a model.', { kind: 'invalid' }],
  'llm.no-provider': ['Set LLM_PROVIDER to one of: anthropic, offline.', { kind: 'invalid' }],
};

/** The error of that code, with facts that are safe to show: status, provider's error type, request id. */
export function llmError(
  code: LlmErrorCode,
  facts: Pick<AppErrorOptions, 'details' | 'retryAfterSeconds'> = {},
): AppError {
  const [message, options] = EXPLAINED[code];
  return new AppError(code, message, { ...options, ...facts });
}
