import type { OpenAI } from 'openai';

import type { CompletionRequest, PromptMessage } from '../port/completion-request.js';
import type { OutputSchema } from '../port/structured-request.js';
import type { Dialect } from './dialect.js';
import type { Sampling } from './sampling.js';
import { strictSchema } from './strict-schema.js';

const LANGUAGE_TAG = /^[A-Za-z0-9-]{2,35}$/;

type Body = OpenAI.Chat.ChatCompletionCreateParamsNonStreaming;
type Turn = OpenAI.Chat.ChatCompletionMessageParam;

export interface OpenAiRequestOptions {
  readonly model: string;
  readonly dialect: Dialect;
  /** Longest answer when the request names none, in tokens. */
  readonly maxTokens: number;
  readonly sampling: Sampling;
  readonly schema?: OutputSchema<unknown>;
}

/** The body of one call, in the model's dialect. Stable sections stand first: providers cache the longest prefix that they know. */
export function openAiRequest(
  request: CompletionRequest,
  { model, dialect, maxTokens, sampling, schema }: OpenAiRequestOptions,
): Body {
  const system = systemText(request, schema && dialect.json !== 'schema' ? schema : undefined);
  const { temperature, topP, frequencyPenalty, presencePenalty } = sampling;
  return {
    model,
    messages: [...(system ? [{ role: 'system' as const, content: system }] : []), ...conversation(request.messages)],
    [dialect.longest]: (request.maxTokens ?? maxTokens) + dialect.extraTokens,
    ...(dialect.effort && { reasoning_effort: dialect.effort }),
    ...(dialect.sampling && temperature !== undefined && { temperature }),
    ...(dialect.sampling && topP !== undefined && { top_p: topP }),
    ...(dialect.penalties && frequencyPenalty !== undefined && { frequency_penalty: frequencyPenalty }),
    ...(dialect.penalties && presencePenalty !== undefined && { presence_penalty: presencePenalty }),
    ...(schema && responseFormat(schema, dialect)),
  };
}

function responseFormat(
  { name, description, jsonSchema }: OutputSchema<unknown>,
  { json }: Dialect,
): Pick<Body, 'response_format'> {
  switch (json) {
    case 'schema': {
      const schema = strictSchema(jsonSchema);
      return { response_format: { type: 'json_schema', json_schema: { name, description, schema, strict: true } } };
    }
    case 'object':
      return { response_format: { type: 'json_object' } };
    case 'words':
      return {};
  }
}

/** One text: many servers take one system message only. What is said in words of the schema is the same each time, too. */
function systemText({ system, locale }: CompletionRequest, schema?: OutputSchema<unknown>): string {
  const sections = system.filter(({ text }) => text.trim() !== '');
  return [
    ...sections.filter(({ stable }) => stable).map(({ text }) => text),
    ...(schema ? [inWords(schema)] : []),
    ...sections.filter(({ stable }) => !stable).map(({ text }) => text),
    ...(locale && LANGUAGE_TAG.test(locale) ? [`Answer in the language of the tag "${locale}".`] : []),
  ].join('\n\n');
}

function inWords({ description, jsonSchema }: OutputSchema<unknown>): string {
  return `${description} Answer with one JSON object and nothing else, valid against this JSON Schema:\n${JSON.stringify(jsonSchema)}`;
}

/** Templates of many models want user and assistant in turn, the user first; ours may start with us, and hold several in a row. */
function conversation(messages: readonly PromptMessage[]): Turn[] {
  const turns: { role: 'user' | 'assistant'; content: string }[] = [];
  for (const { role, content: text } of messages) {
    const content = text.trim() === '' ? '(no text)' : text;
    const last = turns.at(-1);
    if (last?.role === role) last.content += `\n${content}`;
    else turns.push({ role, content });
  }
  return turns[0]?.role === 'assistant' ? [{ role: 'user', content: '(conversation continues)' }, ...turns] : turns;
}
