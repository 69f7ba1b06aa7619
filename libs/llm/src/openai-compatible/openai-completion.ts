import type { OpenAI } from 'openai';

import type { Completion, StopReason, Usage } from '../port/completion.js';
import { countTokens } from '../prompts/count-tokens.js';
import { ThinkingFilter } from './thinking-filter.js';

type FinishReason = OpenAI.Chat.ChatCompletion.Choice['finish_reason'];

/** The messages that were sent, for an estimate of their tokens. */
export type PromptTurns = readonly OpenAI.Chat.ChatCompletionMessageParam[];

/** Their completion of `messages` in our words. @throws TypeError on a body that is no completion: a gateway's page, another API */
export function completionOf(
  completion: OpenAI.Chat.ChatCompletion,
  messages: PromptTurns,
  durationMs: number,
): Completion {
  const [choice] = completion.choices;
  if (!choice) throw new TypeError('The completion holds no choice.');
  const { message, finish_reason: reason } = choice;
  const thinking = new ThinkingFilter();
  const written = message.content ?? '';
  return {
    text: thinking.push(written) + thinking.finish(),
    stopReason: message.refusal ? 'refusal' : stopReasonOf(reason),
    model: completion.model,
    usage: completion.usage ? usageOf(completion.usage) : estimatedUsage(messages, written),
    durationMs,
  };
}

/** Their reason for the end in our words. They do not tell a stop sequence from an end. */
export function stopReasonOf(reason: FinishReason): StopReason {
  switch (reason) {
    case 'length':
      return 'max-tokens';
    case 'content_filter':
      return 'refusal';
    case 'stop':
    case 'tool_calls':
    case 'function_call':
      return 'end';
    default:
      // Servers have words of their own, such as `eos`.
      return 'end';
  }
}

/** Their counts in our words: cached tokens are a part of theirs. */
export function usageOf(usage: OpenAI.CompletionUsage): Usage {
  const cacheReadTokens = usage.prompt_tokens_details?.cached_tokens ?? 0;
  return {
    inputTokens: Math.max(0, usage.prompt_tokens - cacheReadTokens),
    outputTokens: usage.completion_tokens,
    cacheReadTokens,
    cacheWriteTokens: 0,
  };
}

/** For a server that counts nothing: an estimate, so that budgets hold there, too. */
export function estimatedUsage(messages: PromptTurns, written: string): Usage {
  const inputTokens = messages.reduce(
    (sum, { content }) => sum + (typeof content === 'string' ? countTokens(content) : 0),
    0,
  );
  return { inputTokens, outputTokens: countTokens(written), cacheReadTokens: 0, cacheWriteTokens: 0 };
}

/**
 * What a model wrote instead of valid JSON, as its answer, when `error` says that this is why the call failed. Groq checks it and answers
 * 400 with the text inside; seen as an answer it can be repaired like any other.
 */
export function failedGeneration(error: unknown, model: string): OpenAI.Chat.ChatCompletion | undefined {
  const { code, failed_generation: written } = (error ?? {}) as { code?: unknown; failed_generation?: unknown };
  if (code !== 'json_validate_failed') return undefined;
  const message = { role: 'assistant' as const, content: typeof written === 'string' ? written : '', refusal: null };
  const choices = [{ index: 0, message, finish_reason: 'stop' as const, logprobs: null }];
  return { id: '', object: 'chat.completion', created: 0, model, choices };
}
