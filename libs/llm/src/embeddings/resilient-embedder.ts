import { AppError } from '#kernel';

import { promptText } from '../hygiene/prompt-text.js';
import { llmError } from '../llm.errors.js';
import type { Usage } from '../port/completion.js';
import type { AttemptResult } from '../resilient/attempt-result.js';
import { Attempts, type Surroundings } from '../resilient/attempts.js';
import type { CallPolicy } from '../resilient/call-policy.js';
import type { UsageObserver } from '../resilient/usage-observer.js';
import { Embedder } from './embedder.port.js';
import { unitVector } from './unit-vector.js';

/** How many texts one call may hold: Gemini takes a hundred, the others more. */
const BATCH = 64;
/** Longest text that is sent, in characters: no known model reads more than 8,192 tokens. */
const LONGEST = 8_000;
/** An empty text is refused everywhere. */
const NO_TEXT = '-';

/** What one call to a provider gives: vectors of any length, in the order of the texts. */
export interface Embedded {
  readonly vectors: readonly ArrayLike<number>[];
  readonly inputTokens: number;
}

/** Where vectors come from, tried once. */
export interface EmbeddingSource {
  /** The provider's name in metrics: `openai-compatible`, `local`. */
  readonly name: string;
  readonly model: string;
  embed(texts: readonly string[], signal: AbortSignal): Promise<Embedded>;
}

/** Any source of vectors, kept in bounds as a model is: batches, timeout, retries, circuit breaker, concurrency; each attempt counted. */
export class ResilientEmbedder extends Embedder {
  private readonly attempts: Attempts;

  constructor(
    private readonly source: EmbeddingSource,
    policy: CallPolicy,
    surroundings: Surroundings,
    observer: UsageObserver,
  ) {
    super();
    this.attempts = new Attempts(source.name, policy, surroundings, observer);
  }

  get model(): string {
    return this.source.model;
  }

  /** The provider's name. */
  get name(): string {
    return this.source.name;
  }

  /** False while the provider fails and calls are held back. */
  get isAvailable(): boolean {
    return !this.attempts.isOpen;
  }

  async embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]> {
    const prepared = texts.map((text) => promptText(text).slice(0, LONGEST).toWellFormed().trim() || NO_TEXT);
    const vectors: Float32Array[] = [];
    // One after the other: whoever embeds many texts does it beside people who wait for answers.
    for (let from = 0; from < prepared.length; from += BATCH) {
      vectors.push(...(await this.embedBatch(prepared.slice(from, from + BATCH), signal)));
    }
    return vectors;
  }

  private async embedBatch(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]> {
    const startedAt = this.attempts.now();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.embedOnce(texts, signal);
      } catch (error) {
        await this.attempts.backOff(asAppError(error), attempt, startedAt, signal);
      }
    }
  }

  private async embedOnce(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]> {
    const attempt = await this.attempts.begin({ purpose: 'embedding', signal });
    const { deadline } = attempt;
    let outcome: AttemptResult | AppError = llmError('llm.aborted');
    try {
      const { vectors, inputTokens } = await deadline.race(this.source.embed(texts, deadline.signal));
      const units = vectors.map(unitVector);
      if (units.length !== texts.length) throw llmError('llm.unavailable');
      outcome = { model: this.model, usage: usageOf(inputTokens) };
      return units;
    } catch (error) {
      throw (outcome = asAppError(error));
    } finally {
      attempt.end(outcome);
    }
  }
}

function usageOf(inputTokens: number): Usage {
  return { inputTokens, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };
}

function asAppError(error: unknown): AppError {
  return error instanceof AppError ? error : llmError('llm.unavailable');
}
