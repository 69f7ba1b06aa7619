import type { EmbeddingsConfig } from '#config';

import type { EmbeddingSource } from './resilient-embedder.js';

/** The source of vectors that the configuration names, bare; usually none. @throws AppError `llm.no-embedding-model`, `llm.no-onnx-runtime` */
export async function createEmbeddings(
  { baseUrl, apiKey, model, modelPath }: EmbeddingsConfig,
  timeoutMs: number,
): Promise<EmbeddingSource | undefined> {
  if (modelPath) return (await import('./local-embeddings.js')).LocalEmbeddings.open(modelPath);
  if (!baseUrl || !model) return undefined;
  const { OpenAiEmbeddings } = await import('../openai-compatible/openai-embeddings.js');
  return new OpenAiEmbeddings({ baseUrl, apiKey, model, timeoutMs });
}
