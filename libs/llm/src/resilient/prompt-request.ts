import { promptText } from '../hygiene/prompt-text.js';
import { llmError } from '../llm.errors.js';
import type { CompletionRequest } from '../port/completion-request.js';

/**
 * The request as a provider gets it: every text without invisible characters, whoever put it there.
 * @throws AppError `llm.bad-request` when the user has not the last word
 */
export function promptRequest<R extends CompletionRequest>(request: R): R {
  if (request.messages.at(-1)?.role !== 'user') {
    throw llmError('llm.bad-request', { details: { reason: 'the last message is not from the user' } });
  }
  return {
    ...request,
    system: request.system.map((section) => ({ ...section, text: promptText(section.text) })),
    messages: request.messages.map((message) => ({ ...message, content: promptText(message.content) })),
  };
}
