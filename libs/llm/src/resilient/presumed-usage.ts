import type { AppError } from '#kernel';

import type { Usage } from '../port/completion.js';
import type { CompletionRequest } from '../port/completion-request.js';
import { countTokens } from '../prompts/count-tokens.js';

/** The provider had the question, and was writing or about to: it counts that, and we are not told how much. */
const PAID_FOR = new Set(['llm.aborted', 'llm.timeout', 'llm.interrupted']);

/** What a call that broke off has used, by our own count of what went there and came back; undefined when nothing is likely to be paid for. */
export function presumedUsage(error: AppError, request: CompletionRequest, written: string): Usage | undefined {
  if (!PAID_FOR.has(error.code)) return undefined;
  const asked = [...request.system.map(({ text }) => text), ...request.messages.map(({ content }) => content)];
  return {
    inputTokens: asked.reduce((sum, text) => sum + countTokens(text), 0),
    outputTokens: countTokens(written),
    cacheReadTokens: 0,
    cacheWriteTokens: 0,
  };
}
