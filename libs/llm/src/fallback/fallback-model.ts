import { AppError } from '#kernel';

import type { Completion, CompletionEvent } from '../port/completion.js';
import type { CompletionRequest, Purpose } from '../port/completion-request.js';
import { LanguageModel } from '../port/language-model.port.js';
import type { StructuredCompletion, StructuredRequest } from '../port/structured-request.js';
import type { ResilientModel } from '../resilient/resilient-model.js';
import { fallsBack } from './fallback-decision.js';

/** One question that the second provider got because the first one failed. */
export interface Fallback {
  readonly from: string;
  readonly to: string;
  readonly purpose: Purpose;
  /** The code of the first one's error. */
  readonly reason: string;
}

/**
 * Two providers, each with its own retries and circuit: while the first one cannot answer, the second does. A stream falls back only
 * before its first piece. When the second fails as well, the first one's error is what the caller gets: it is the one to mend.
 */
export class FallbackModel extends LanguageModel {
  override readonly batches;
  private lastFellBack = false;

  constructor(
    private readonly first: ResilientModel,
    private readonly second: ResilientModel,
    private readonly onFallback: (fallback: Fallback) => void,
  ) {
    super();
    this.batches = first.batches;
  }

  get name(): string {
    return this.first.name;
  }

  /** Whether the first one answers by itself. */
  get isAvailable(): boolean {
    return this.first.isAvailable && !this.lastFellBack;
  }

  /** The second one, and whether it could answer. */
  get fallback(): Pick<ResilientModel, 'name' | 'isAvailable'> {
    return this.second;
  }

  complete(request: CompletionRequest): Promise<Completion> {
    return this.ask(request, (model, asked) => model.complete(asked));
  }

  structured<T>(request: StructuredRequest<T>): Promise<StructuredCompletion<T>> {
    return this.ask(request, (model, asked) => model.structured(asked));
  }

  async *stream(request: CompletionRequest): AsyncIterable<CompletionEvent> {
    let started = false;
    let failure: AppError;
    try {
      for await (const event of this.first.stream(request)) {
        if (event.type === 'done') this.lastFellBack = false;
        started = true;
        yield event;
      }
      return;
    } catch (error) {
      // The reader has seen a part: another answer would begin in the middle of this one.
      if (started) throw error;
      failure = this.noteFailure(error, request);
    }
    try {
      for await (const event of this.second.stream(forTheSecond(request))) {
        started = true;
        yield event;
      }
    } catch (error) {
      throw started ? error : whatToTell(failure, error);
    }
  }

  private async ask<R extends CompletionRequest, Answer>(
    request: R,
    of: (model: ResilientModel, asked: R) => Promise<Answer>,
  ): Promise<Answer> {
    let failure: AppError;
    try {
      const answer = await of(this.first, request);
      this.lastFellBack = false;
      return answer;
    } catch (error) {
      failure = this.noteFailure(error, request);
    }
    try {
      return await of(this.second, forTheSecond(request));
    } catch (error) {
      throw whatToTell(failure, error);
    }
  }

  /** @throws the error itself when it is none to fall back from */
  private noteFailure(error: unknown, { purpose }: CompletionRequest): AppError {
    const to = this.second.name;
    if (!(error instanceof AppError) || !fallsBack({ code: error.code, purpose, to })) throw error;
    this.lastFellBack = true;
    this.onFallback({ from: this.first.name, to, purpose, reason: error.code });
    return error;
  }
}

function whatToTell(first: AppError, second: unknown): unknown {
  return second instanceof AppError && second.code === 'llm.aborted' ? second : first;
}

/** The name of a model means nothing to another provider. */
function forTheSecond<R extends CompletionRequest>(request: R): R {
  return { ...request, model: undefined };
}
