import type Anthropic from '@anthropic-ai/sdk';

import type { Completion, StopReason, Usage } from '../port/completion.js';

/** Their message in our words. @throws TypeError on a body that is no message: a gateway's page, another API */
export function completionOf(message: Anthropic.Message, durationMs: number): Completion {
  return {
    text: message.content.map((block) => (block.type === 'text' ? block.text : '')).join(''),
    stopReason: stopReasonOf(message.stop_reason),
    model: message.model,
    usage: usageOf(message.usage),
    durationMs,
  };
}

/** Their reason for the end in our words. */
export function stopReasonOf(reason: Anthropic.StopReason | null): StopReason {
  switch (reason) {
    case 'max_tokens':
    case 'model_context_window_exceeded':
      return 'max-tokens';
    case 'refusal':
      return 'refusal';
    case 'stop_sequence':
      return 'stop';
    case 'end_turn':
    case 'tool_use':
    case 'pause_turn':
    case null:
      return 'end';
  }
}

/** Their counts in our words. In a stream they come twice, and the later ones count: pass the earlier as `before`. */
export function usageOf(usage: Partial<Anthropic.MessageDeltaUsage>, before?: Usage): Usage {
  return {
    inputTokens: usage.input_tokens ?? before?.inputTokens ?? 0,
    outputTokens: usage.output_tokens ?? before?.outputTokens ?? 0,
    cacheReadTokens: usage.cache_read_input_tokens ?? before?.cacheReadTokens ?? 0,
    cacheWriteTokens: usage.cache_creation_input_tokens ?? before?.cacheWriteTokens ?? 0,
  };
}
