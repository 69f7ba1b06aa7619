/** Turns texts into vectors whose cosine says how near two texts are in meaning. */
export abstract class Embedder {
  /** Vectors of two models cannot be compared: store this name beside each vector. */
  abstract readonly model: string;

  /**
   * One vector for each text, in their order, each of length 1 (so that the dot product is the cosine), all of one dimension. What a
   * model cannot read of a long text does not count. An empty list gives an empty list.
   * @throws AppError with a code of `llm.errors.ts`, never with a piece of the texts in it
   */
  abstract embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
}
