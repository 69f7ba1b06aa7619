import type { EmbeddingsConfig } from '#config';

import { OpenAiEmbeddings } from '../openai-compatible/openai-embeddings.js';
import { LocalEmbeddings } from './local-embeddings.js';
import type { EmbeddingSource } from './resilient-embedder.js';

/** The source of vectors that the configuration names, bare; usually none. @throws AppError `llm.no-embedding-model`, `llm.no-onnx-runtime` */
export async function createEmbeddings(
  { baseUrl, apiKey, model, modelPath }: EmbeddingsConfig,
  timeoutMs: number,
): Promise<EmbeddingSource | undefined> {
  if (modelPath) return LocalEmbeddings.open(modelPath);
  return baseUrl && model ? new OpenAiEmbeddings({ baseUrl, apiKey, model, timeoutMs }) : undefined;
}
