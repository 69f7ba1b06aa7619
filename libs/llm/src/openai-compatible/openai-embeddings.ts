import type { OpenAI } from 'openai';

import type { Embedded, EmbeddingSource } from '../embeddings/resilient-embedder.js';
import { llmError } from '../llm.errors.js';
import { openAiClient, type OpenAiConnection } from './openai-client.js';
import { openAiError } from './openai-error.js';

/** Vectors from `/embeddings` of any OpenAI-compatible server. It tries once. */
export class OpenAiEmbeddings implements EmbeddingSource {
  readonly name = 'openai-compatible';
  readonly model: string;
  private readonly client: OpenAI;

  constructor({ model, ...connection }: OpenAiConnection & { readonly model: string }) {
    this.model = model;
    this.client = openAiClient(connection);
  }

  async embed(texts: readonly string[], signal: AbortSignal): Promise<Embedded> {
    const { model } = this;
    try {
      // Base64, the SDK's own choice, is unknown to many servers.
      const body = { model, input: [...texts], encoding_format: 'float' as const };
      const { data, usage } = await this.client.embeddings.create(body, { signal });
      const inOrder = data.toSorted((one, other) => one.index - other.index);
      return { vectors: inOrder.map(({ embedding }) => embedding), inputTokens: usage?.prompt_tokens ?? 0 };
    } catch (error) {
      throw signal.aborted ? llmError('llm.aborted') : openAiError(error, false);
    }
  }
}
