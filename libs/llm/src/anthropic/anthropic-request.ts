import type Anthropic from '@anthropic-ai/sdk';
import { transformJSONSchema } from '@anthropic-ai/sdk/lib/transform-json-schema';

import type { CompletionRequest, PromptMessage } from '../port/completion-request.js';
import { thinkingSettings } from './thinking-settings.js';

const LANGUAGE_TAG = /^[A-Za-z0-9-]{2,35}$/;

export interface AnthropicRequestOptions {
  readonly model: string;
  /** Longest answer when the request names none, in tokens. */
  readonly maxTokens: number;
  readonly jsonSchema?: Readonly<Record<string, unknown>>;
}

/**
 * The body of one call. Stable sections stand first and the last of them carries the cache mark. A temperature is not sent:
 * current Claude models refuse sampling parameters.
 */
export function anthropicRequest(
  request: CompletionRequest,
  { model, maxTokens, jsonSchema }: AnthropicRequestOptions,
): Anthropic.MessageCreateParamsNonStreaming {
  const { thinking, effort, extraTokens } = thinkingSettings(model);
  const system = systemBlocks(request);
  const outputConfig: Anthropic.OutputConfig = {
    ...(effort && { effort }),
    // The SDK's own transformation: what structured outputs do not know moves into the descriptions.
    ...(jsonSchema && { format: { type: 'json_schema', schema: transformJSONSchema(jsonSchema) } }),
  };
  return {
    model,
    max_tokens: (request.maxTokens ?? maxTokens) + extraTokens,
    ...(system.length > 0 && { system }),
    messages: conversation(request.messages),
    ...(thinking && { thinking }),
    ...(Object.keys(outputConfig).length > 0 && { output_config: outputConfig }),
  };
}

function systemBlocks({ system, locale }: CompletionRequest): Anthropic.TextBlockParam[] {
  const sections = system.filter(({ text }) => text.trim() !== '');
  const stable = sections.filter((section) => section.stable).map(({ text }) => textBlock(text));
  const last = stable.at(-1);
  if (last) last.cache_control = { type: 'ephemeral' };

  const volatile = sections.filter((section) => !section.stable).map(({ text }) => textBlock(text));
  if (locale && LANGUAGE_TAG.test(locale)) volatile.push(textBlock(`Answer in the language of the tag "${locale}".`));
  return [...stable, ...volatile];
}

function conversation(messages: readonly PromptMessage[]): Anthropic.MessageParam[] {
  const turns = messages.map(({ role, content }) => ({ role, content: content.trim() === '' ? '(no text)' : content }));
  // The API starts a conversation with the user; ours may start with us, when we wrote first.
  return turns[0]?.role === 'assistant' ? [{ role: 'user', content: '(conversation continues)' }, ...turns] : turns;
}

function textBlock(text: string): Anthropic.TextBlockParam {
  return { type: 'text', text };
}
