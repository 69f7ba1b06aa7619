import { llmError } from '../llm.errors.js';
import type { Completion, CompletionEvent } from '../port/completion.js';
import type { CompletionRequest } from '../port/completion-request.js';
import { LanguageModel } from '../port/language-model.port.js';
import type { StructuredCompletion, StructuredRequest } from '../port/structured-request.js';
import { fillByLexicon } from './fill-by-lexicon.js';
import { offlineReply } from './offline-reply.js';
import { spokenText } from './spoken-text.js';

/** Rule of thumb for usage and the longest answer. */
const CHARACTERS_PER_TOKEN = 4;
/** Longest answer when a request names none, in tokens. */
const DEFAULT_MAX_TOKENS = 500;

/**
 * A modest secretary without a key and without a network, so that a newcomer sees the whole thing work: it answers from templates, in the
 * person's language, takes messages, and leaves what it cannot answer for a person. The same conversation gets the same answer.
 */
export class OfflineModel extends LanguageModel {
  readonly name = 'offline';

  complete(request: CompletionRequest): Promise<Completion> {
    return Promise.resolve().then(() => answer(request, offlineReply(request)));
  }

  async *stream(request: CompletionRequest): AsyncIterable<CompletionEvent> {
    const completion = await this.complete(request);
    for (const text of completion.text.match(/\s*\S+\s*/g) ?? []) {
      if (request.signal?.aborted) throw llmError('llm.aborted');
      yield { type: 'text', text };
    }
    yield { type: 'done', completion };
  }

  structured<T>(request: StructuredRequest<T>): Promise<StructuredCompletion<T>> {
    return Promise.resolve().then(() => {
      const { schema, messages } = request;
      const text = messages.map(({ content }) => spokenText(content)).join('\n');
      const filled = fillByLexicon(schema.jsonSchema, text);
      if (!filled) throw llmError('llm.unsupported', { details: { schema: schema.name } });
      const { model, usage, durationMs } = answer(request, JSON.stringify(filled));
      return { value: parsed(request, filled), model, usage, durationMs, repaired: false };
    });
  }
}

function answer({ signal, system, messages, maxTokens }: CompletionRequest, reply: string): Completion {
  if (signal?.aborted) throw llmError('llm.aborted');
  const longest = (maxTokens ?? DEFAULT_MAX_TOKENS) * CHARACTERS_PER_TOKEN;
  const text = reply.slice(0, longest).toWellFormed();
  const asked = [...system.map((section) => section.text), ...messages.map(({ content }) => content)].join('');
  return {
    text,
    stopReason: text.length < reply.length ? 'max-tokens' : 'end',
    model: 'offline',
    usage: {
      inputTokens: Math.ceil(asked.length / CHARACTERS_PER_TOKEN),
      outputTokens: Math.ceil(text.length / CHARACTERS_PER_TOKEN),
      cacheReadTokens: 0,
      cacheWriteTokens: 0,
    },
    durationMs: 0,
  };
}

function parsed<T>({ schema }: StructuredRequest<T>, value: object): T {
  try {
    return schema.parse(value);
  } catch {
    throw llmError('llm.unsupported', { details: { schema: schema.name } });
  }
}
