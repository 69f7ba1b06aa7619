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
  | 'llm.over-budget'
  | 'llm.budget-unknown'
  | 'llm.no-key'
  | 'llm.no-base-url'
  | 'llm.no-api-key'
  | 'llm.no-model'
  | 'llm.no-embedding-model'
  | 'llm.no-onnx-runtime';

const EXPLAINED: Record<LlmErrorCode, readonly [message: string, options: AppErrorOptions]> = {
  'llm.overloaded': ['The model is overloaded. Try again in a moment.', { kind: 'unavailable' }],
  'llm.rate-limited': ['The model takes no more calls for now. Try again later.', { kind: 'rate-limited' }],
  'llm.unauthorized': [
    "The model provider refused the key, the account or the model. Check ANTHROPIC_API_KEY, LLM_API_KEY or GROQ_API_KEY, what it may use, the account's credit, and that the model of LLM_MODEL, LLM_CHAT_MODEL, LLM_TASK_MODEL or GROQ_MODEL exists.",
    { kind: 'unavailable', retryable: false },
  ],
  'llm.bad-request': [
    'The model provider did not accept the request. Check LLM_MODEL, LLM_CHAT_MODEL, LLM_TASK_MODEL, GROQ_MODEL and LLM_MAX_TOKENS.',
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
  'llm.over-budget': [
    'The budget of the day for the model is used up. It goes on tomorrow; LLM_DAILY_BUDGET_USD, LLM_CONTACT_DAILY_BUDGET_USD and LLM_CONTACT_DAILY_CALLS set it.',
    { kind: 'rate-limited', retryable: false },
  ],
  'llm.budget-unknown': [
    'What the model has cost today cannot be read, so nothing is asked. Try again when the database answers.',
    { kind: 'unavailable' },
  ],
  'llm.no-key': ['Set ANTHROPIC_API_KEY, or LLM_PROVIDER=offline to run without a model.', { kind: 'invalid' }],
  'llm.no-base-url': [
    'Set LLM_BASE_URL to the address of the API, such as https://api.openai.com/v1, or GROQ_API_KEY to answer from Groq.',
    { kind: 'invalid' },
  ],
  'llm.no-api-key': [
    'Set LLM_API_KEY to the key of the API at LLM_BASE_URL (GROQ_API_KEY serves Groq); LLM_API_KEY=none when it takes none.',
    { kind: 'invalid' },
  ],
  'llm.no-model': ['Set LLM_MODEL to the name of a model at LLM_BASE_URL.', { kind: 'invalid' }],
  'llm.no-embedding-model': [
    'Set EMBEDDINGS_MODEL_PATH to a folder with the model.onnx and tokenizer.json of a sentence-embedding model.',
    { kind: 'invalid' },
  ],
  'llm.no-onnx-runtime': [
    'EMBEDDINGS_MODEL_PATH needs two packages: npm install onnxruntime-web@1.30.0 @huggingface/tokenizers@0.2.0',
    { kind: 'invalid' },
  ],
};

/** The error of that code, with facts that are safe to show: status, provider's error type, request id. */
export function llmError(
  code: LlmErrorCode,
  facts: Pick<AppErrorOptions, 'details' | 'retryAfterSeconds'> = {},
): AppError {
  const [message, options] = EXPLAINED[code];
  return new AppError(code, message, { ...options, ...facts });
}
