import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

import { Embeddings, type Embedder } from '#llm';
import { Logger } from '#telemetry';

import type { RetrievedMemory } from './retrieved-memory.js';

/** Vectors of what was found before, in this process only: they tell nearly as much as the texts do. About 3 KiB each. */
const KEPT = 5_000;

/** An answer waits no longer for an embedder, in ms: words have found something already. */
const PATIENCE_MS = 250;

/** Orders what was found by how near it is to the question in meaning. Does nothing where no embedder is configured, which is usual. */
@Injectable()
export class MeaningRank {
  private readonly vectors = new LRUCache<string, Float32Array>({ max: KEPT });

  constructor(
    private readonly embeddings: Embeddings,
    private readonly logger: Logger,
  ) {}

  /** So much more is looked at than is asked for: words find the candidates, meaning orders them. */
  get widening(): number {
    return this.embeddings.embedder ? 3 : 1;
  }

  /**
   * The nearest first; null when there is no embedder, or it fails or is slow: words are enough then. What a slow one says later is kept for the
   * next question.
   */
  async order(
    question: string,
    memories: readonly RetrievedMemory[],
    signal?: AbortSignal,
  ): Promise<RetrievedMemory[] | null> {
    const embedder = this.embeddings.embedder;
    if (!embedder || memories.length === 0) return null;
    try {
      const made = await inTime(this.vectorsOf(embedder, question, memories, signal));
      if (!made) {
        this.logger.warn({ patienceMs: PATIENCE_MS }, 'the embedder was too slow to order what was found');
        return null;
      }
      const [asked, vectors] = made;
      const near = memories.map((memory, place) => ({ memory, nearness: cosine(asked, vectors[place]) }));
      return near.sort((one, other) => other.nearness - one.nearness).map(({ memory }) => memory);
    } catch (error) {
      signal?.throwIfAborted();
      this.logger.warn({ err: error }, 'what was found could not be ordered by meaning');
      return null;
    }
  }

  private async vectorsOf(
    embedder: Embedder,
    question: string,
    memories: readonly RetrievedMemory[],
    signal: AbortSignal | undefined,
  ): Promise<[Float32Array | undefined, (Float32Array | undefined)[]]> {
    const keys = memories.map(({ kind, id, text }) => `${embedder.model}/${kind}/${id}/${text}`);
    const missing = memories.flatMap((memory, place) =>
      this.vectors.has(keys[place] ?? '') ? [] : [{ memory, place }],
    );
    const [asked, ...made] = await embedder.embed([question, ...missing.map(({ memory }) => memory.text)], signal);
    missing.forEach(({ place }, at) => {
      const vector = made[at];
      if (vector) this.vectors.set(keys[place] ?? '', vector);
    });
    return [asked, keys.map((key) => this.vectors.get(key))];
  }
}

/** Null when it takes longer; nobody hears how it ends then. */
function inTime<T>(work: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, PATIENCE_MS, null);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

/** Vectors have length 1. */
function cosine(one: Float32Array | undefined, other: Float32Array | undefined): number {
  if (one?.length !== other?.length || !one || !other) return -1;
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
