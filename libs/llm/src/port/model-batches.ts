import type { Completion } from './completion.js';
import type { StructuredRequest } from './structured-request.js';

/** One question of a batch. */
export interface BatchedQuestion {
  /** Names its answer: `^[a-zA-Z0-9_-]{1,64}$`, each once in a batch. */
  readonly key: string;
  readonly request: StructuredRequest<unknown>;
}

/** How one question ended: with an answer (JSON text, for `structuredValue`), or with a code of `llm.errors.ts`. */
export type BatchedAnswer =
  | { readonly key: string; readonly completion: Completion }
  | { readonly key: string; readonly code: 'llm.bad-request' | 'llm.unavailable' | 'llm.aborted' };

/** A batch as the provider lists it. */
export interface BatchSummary {
  readonly id: string;
  readonly submittedAt: Date;
  /** How many questions it holds. */
  readonly size: number;
}

/**
 * Questions that may wait: handed over in one piece, answered within a day, at a lower price. All throw an `AppError` with a code of
 * `llm.errors.ts`.
 */
export abstract class ModelBatches {
  /** Hands them over. Answers the provider's id of the batch. */
  abstract submit(questions: readonly BatchedQuestion[], signal?: AbortSignal): Promise<string>;

  /** Whether every question has ended. */
  abstract hasEnded(id: string, signal?: AbortSignal): Promise<boolean>;

  /** The answers of a batch that has ended, in any order. */
  abstract answers(id: string, signal?: AbortSignal): AsyncIterable<BatchedAnswer>;

  /** The latest batches, the last one first: after a crash they tell whether a batch was taken. */
  abstract latest(signal?: AbortSignal): Promise<readonly BatchSummary[]>;
}
