import { llmError } from '../llm.errors.js';

/** How the vectors of a text's tokens become one: their mean, or that of the first token. A model is trained for one of the two. */
export type Pooling = 'mean' | 'first';

/** One vector from a model's output for one text: `[1, size]` is it already, `[1, tokens, size]` is pooled. @throws AppError `llm.no-embedding-model` */
export function pooled(data: Float32Array, dims: readonly number[], pooling: Pooling): Float32Array {
  const size = dims.at(-1) ?? 0;
  if (dims.length < 2 || dims.length > 3 || size === 0) throw llmError('llm.no-embedding-model');
  if (dims.length === 2 || pooling === 'first') return Float32Array.from(data.subarray(0, size));
  const tokens = data.length / size;
  const mean = new Float32Array(size);
  for (let token = 0; token < tokens; token++) {
    for (let at = 0; at < size; at++) mean[at]! += (data[token * size + at] ?? 0) / tokens;
  }
  return mean;
}
