import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';

import type { InferenceSession, Tensor } from 'onnxruntime-web';

import { llmError } from '../llm.errors.js';
import { fileOf } from './local-model-files.js';
import type { Embedded, EmbeddingSource } from './resilient-embedder.js';
import { loadRuntime, type LocalRuntime, type TextTokenizer } from './local-runtime.js';
import { pooled, type Pooling } from './pooling.js';

/** Longest text when the model does not say, in tokens. */
const LONGEST = 512;

interface LoadedModel {
  readonly session: InferenceSession;
  readonly tokenizer: TextTokenizer;
  readonly pooling: Pooling;
  readonly longest: number;
}

/**
 * A sentence-embedding model of one's own: a folder with `model.onnx` (or `onnx/model.onnx`) and `tokenizer.json`, as Hugging Face has
 * them. Nothing is downloaded and no text leaves the machine. Texts go through one by one, with room for other work in between: beside
 * `onnxruntime-node`, which computes in threads of its own, `onnxruntime-web` holds up the process for each text.
 */
export class LocalEmbeddings implements EmbeddingSource {
  readonly name = 'local';
  readonly model: string;
  private loading?: Promise<LoadedModel>;

  private constructor(
    private readonly folder: string,
    private readonly runtime: LocalRuntime,
  ) {
    this.model = basename(resolve(folder));
  }

  /** Looks whether all is there; the model itself is read at the first text. @throws AppError `llm.no-embedding-model`, `llm.no-onnx-runtime` */
  static async open(folder: string): Promise<LocalEmbeddings> {
    await fileOf(folder, 'tokenizer.json');
    await fileOf(folder, 'model.onnx', 'onnx/model.onnx');
    return new LocalEmbeddings(folder, await loadRuntime());
  }

  async embed(texts: readonly string[], signal: AbortSignal): Promise<Embedded> {
    const model = await this.loaded();
    const vectors: Float32Array[] = [];
    let inputTokens = 0;
    for (const text of texts) {
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) throw llmError('llm.aborted');
      const ids = idsOf(text, model);
      inputTokens += ids.length;
      vectors.push(await this.vectorOf(ids, model));
    }
    return { vectors, inputTokens };
  }

  private async vectorOf(ids: readonly number[], { session, pooling }: LoadedModel): Promise<Float32Array> {
    const results = await session.run(inputsOf(ids, session, this.runtime.Tensor));
    const output = results.sentence_embedding ?? results.last_hidden_state ?? results[session.outputNames[0] ?? ''];
    if (!output) throw llmError('llm.no-embedding-model');
    return pooled(output.data as Float32Array, output.dims, pooling);
  }

  private loaded(): Promise<LoadedModel> {
    this.loading ??= this.load().catch((error: unknown) => {
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  private async load(): Promise<LoadedModel> {
    const { folder, runtime } = this;
    const json = async (...names: string[]) =>
      JSON.parse(await readFile(await fileOf(folder, ...names), 'utf8')) as object;
    const optional = (...names: string[]) => json(...names).catch(() => ({}));
    try {
      const config = await optional('tokenizer_config.json');
      const tokenizer = runtime.createTokenizer(await json('tokenizer.json'), config);
      const bytes = await readFile(await fileOf(folder, 'model.onnx', 'onnx/model.onnx'));
      const { pooling_mode_cls_token: byFirst } = (await optional('1_Pooling/config.json')) as Record<string, unknown>;
      const { max_position_embeddings: positions } = (await optional('config.json')) as Record<string, unknown>;
      return {
        session: await runtime.createSession(bytes),
        tokenizer,
        pooling: byFirst === true ? 'first' : 'mean',
        longest: typeof positions === 'number' ? Math.min(positions, LONGEST) : LONGEST,
      };
    } catch {
      throw llmError('llm.no-embedding-model');
    }
  }
}

/** The tokens of a text; of one that is too long, the beginning and the mark of the end. */
function idsOf(text: string, { tokenizer, longest }: LoadedModel): readonly number[] {
  const { ids } = tokenizer.encode(text);
  return ids.length <= longest ? ids : [...ids.slice(0, longest - 1), ...ids.slice(-1)];
}

function inputsOf(
  ids: readonly number[],
  { inputNames }: InferenceSession,
  TensorOf: LocalRuntime['Tensor'],
): Record<string, Tensor> {
  const dims = [1, ids.length];
  const values: Record<string, readonly number[]> = {
    input_ids: ids,
    attention_mask: ids.map(() => 1),
    token_type_ids: ids.map(() => 0),
    position_ids: ids.map((_, index) => index),
  };
  const entries = inputNames.map((name) => {
    const value = values[name];
    if (!value) throw llmError('llm.no-embedding-model');
    return [name, new TensorOf('int64', BigInt64Array.from(value, BigInt), dims)] as const;
  });
  return Object.fromEntries(entries);
}
