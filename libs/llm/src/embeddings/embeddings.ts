import type { Embedder } from './embedder.port.js';

/** Inject this: an embedder, where one is configured. Without one, which is usual, texts are found by their words. */
export class Embeddings {
  constructor(readonly embedder?: Embedder) {}
}
