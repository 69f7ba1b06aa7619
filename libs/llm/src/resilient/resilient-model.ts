import { AppError } from '#kernel';

import { llmError } from '../llm.errors.js';
import type { Completion, CompletionEvent } from '../port/completion.js';
import type { CompletionRequest } from '../port/completion-request.js';
import { LanguageModel } from '../port/language-model.port.js';
import type { StructuredCompletion, StructuredRequest } from '../port/structured-request.js';
import type { AttemptResult } from './attempt-result.js';
import { Attempts, type Surroundings } from './attempts.js';
import type { CallPolicy } from './call-policy.js';
import { ObservedBatches } from './observed-batches.js';
import { OutputGate } from './output-gate.js';
import { presumedUsage } from './presumed-usage.js';
import { promptRequest } from './prompt-request.js';
import { SpentError } from './spent-error.js';
import type { UsageObserver } from './usage-observer.js';

/** Rule of thumb for the tokens of an answer that we cut ourselves, so that nobody counted them. */
const CHARACTERS_PER_TOKEN = 4;

/** Any provider, kept in bounds: timeout, retries, circuit breaker, concurrency, length of the answer; each attempt counted. */
export class ResilientModel extends LanguageModel {
  readonly name: string;
  override readonly batches: ObservedBatches | undefined;
  private readonly attempts: Attempts;

  constructor(
    private readonly model: LanguageModel,
    private readonly policy: CallPolicy,
    surroundings: Surroundings,
    observer: UsageObserver,
  ) {
    super();
    this.name = model.name;
    this.batches = model.batches && new ObservedBatches(model.batches, model.name, observer);
    this.attempts = new Attempts(model.name, policy, surroundings, observer);
  }

  /** False while the provider fails and calls are held back. */
  get isAvailable(): boolean {
    return !this.attempts.isOpen;
  }

  complete(request: CompletionRequest): Promise<Completion> {
    return this.call(request, async (prepared) => {
      const completion = await this.model.complete(prepared);
      const gate = new OutputGate(this.policy.maxOutputCharacters);
      gate.push(completion.text);
      return gate.finish(completion);
    });
  }

  structured<T>(request: StructuredRequest<T>): Promise<StructuredCompletion<T>> {
    return this.call(request, (prepared) => this.model.structured(prepared));
  }

  async *stream(request: CompletionRequest): AsyncIterable<CompletionEvent> {
    const prepared = promptRequest(request);
    const startedAt = this.attempts.now();
    for (let attempt = 1; ; attempt++) {
      const gate = new OutputGate(this.policy.maxOutputCharacters);
      try {
        yield* this.streamOnce(prepared, gate);
        return;
      } catch (error) {
        const failure = asAppError(error);
        // The reader has seen a part: another attempt would say it again in other words.
        if (gate.started) throw failure;
        await this.attempts.backOff(failure, attempt, startedAt, request.signal);
      }
    }
  }

  private async call<R extends CompletionRequest, Result extends AttemptResult>(
    request: R,
    ask: (prepared: R) => Promise<Result>,
  ): Promise<Result> {
    const prepared = promptRequest(request);
    const startedAt = this.attempts.now();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.callOnce(prepared, ask);
      } catch (error) {
        await this.attempts.backOff(asAppError(error), attempt, startedAt, request.signal);
      }
    }
  }

  private async callOnce<R extends CompletionRequest, Result extends AttemptResult>(
    request: R,
    ask: (prepared: R) => Promise<Result>,
  ): Promise<Result> {
    const attempt = await this.attempts.begin(request);
    let outcome: Result | AppError = llmError('llm.aborted');
    try {
      outcome = await attempt.deadline.race(ask({ ...request, signal: attempt.deadline.signal }));
      return outcome;
    } catch (error) {
      throw (outcome = this.paidFor(asAppError(error), request, ''));
    } finally {
      attempt.end(outcome);
    }
  }

  private async *streamOnce(request: CompletionRequest, gate: OutputGate): AsyncIterable<CompletionEvent> {
    const attempt = await this.attempts.begin(request);
    const { deadline } = attempt;
    let outcome: AttemptResult | AppError | undefined;
    const events = this.model.stream({ ...request, signal: deadline.signal })[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await deadline.race(events.next());
        if (next.done) throw llmError('llm.interrupted');
        const completion = next.value.type === 'done' ? next.value.completion : undefined;
        if (next.value.type === 'text') {
          const text = gate.push(next.value.text);
          if (text) yield { type: 'text', text };
        }
        if (!completion && !gate.full) continue;

        const done = gate.finish(completion ?? cutShort(this.model.modelFor(request), this.policy.maxOutputCharacters));
        outcome = done;
        yield { type: 'done', completion: done };
        return;
      }
    } catch (error) {
      throw (outcome = this.paidFor(asAppError(error), request, gate.text));
    } finally {
      // There is none when the reader went away in the middle.
      attempt.end(outcome ?? this.paidFor(llmError('llm.aborted'), request, gate.text));
      // Not awaited: a provider that hangs would hold us. Its signal has been aborted.
      events.return?.().catch(() => undefined);
    }
  }

  /** The error, with what the call is likely to cost although it failed. */
  private paidFor(error: AppError, request: CompletionRequest, written: string): AppError {
    if (error instanceof SpentError) return error;
    const usage = presumedUsage(error, request, written);
    return usage ? new SpentError(error, { model: this.model.modelFor(request), usage }) : error;
  }
}

function cutShort(model: string, characters: number): Completion {
  const outputTokens = Math.ceil(characters / CHARACTERS_PER_TOKEN);
  const usage = { inputTokens: 0, outputTokens, cacheReadTokens: 0, cacheWriteTokens: 0 };
  return { text: '', stopReason: 'max-tokens', model, usage, durationMs: 0 };
}

function asAppError(error: unknown): AppError {
  return error instanceof AppError ? error : llmError('llm.unavailable');
}
