import type * as Onnx from 'onnxruntime-web';

import { llmError } from '../llm.errors.js';

/** Text to the numbers of its tokens, with the marks of beginning and end. */
export interface TextTokenizer {
  encode(text: string): { readonly ids: readonly number[] };
}

/** The packages that a local model needs. They are large and few people want them, so they are loaded only when there is a model. */
export interface LocalRuntime {
  readonly Tensor: typeof Onnx.Tensor;
  createTokenizer(tokenizer: object, config: object): TextTokenizer;
  createSession(model: Uint8Array): Promise<Onnx.InferenceSession>;
}

/** In threads of its own, if it is installed; else WebAssembly, which runs everywhere without an install script. */
const ENGINES = ['onnxruntime-node', 'onnxruntime-web'];

/** @throws AppError `llm.no-onnx-runtime`, which says what to install */
export async function loadRuntime(engines: readonly string[] = ENGINES): Promise<LocalRuntime> {
  const { env, Tensor, InferenceSession } = await firstOf<typeof Onnx>(engines);
  // Its declarations cannot be read by Node's module resolution; this much of it we use.
  const { Tokenizer } = await firstOf<{ readonly Tokenizer: new (tokenizer: object, config: object) => TextTokenizer }>(
    ['@huggingface/tokenizers'],
  );
  // Threads of WebAssembly are workers that would keep the process alive.
  env.wasm.numThreads = 1;
  env.logLevel = 'error';
  return {
    Tensor,
    createTokenizer: (tokenizer, config) => new Tokenizer(tokenizer, config),
    createSession: (model) => InferenceSession.create(model),
  };
}

async function firstOf<Package>(names: readonly string[]): Promise<Package> {
  for (const name of names) {
    try {
      return (await import(name)) as Package;
    } catch {
      // The next one, then.
    }
  }
  throw llmError('llm.no-onnx-runtime');
}
