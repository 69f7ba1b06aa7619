import type { LanguageModel } from '../port/language-model.port.js';
import { ModelBatches, type BatchedAnswer, type BatchedQuestion, type BatchSummary } from '../port/model-batches.js';
import { promptRequest } from './prompt-request.js';
import type { UsageObserver } from './usage-observer.js';

/**
 * The batches of any provider: texts cleaned as for a single call, answers counted. It tries once: who waits for a batch looks
 * again anyway.
 */
export class ObservedBatches extends ModelBatches {
  constructor(
    private readonly batches: ModelBatches,
    private readonly provider: LanguageModel['name'],
    private readonly observer: UsageObserver,
  ) {
    super();
  }

  submit(questions: readonly BatchedQuestion[], signal?: AbortSignal): Promise<string> {
    return this.batches.submit(
      questions.map(({ key, request }) => ({ key, request: promptRequest(request) })),
      signal,
    );
  }

  hasEnded(id: string, signal?: AbortSignal): Promise<boolean> {
    return this.batches.hasEnded(id, signal);
  }

  async *answers(id: string, signal?: AbortSignal): AsyncIterable<BatchedAnswer> {
    for await (const answer of this.batches.answers(id, signal)) {
      this.count(answer);
      yield answer;
    }
  }

  latest(signal?: AbortSignal): Promise<readonly BatchSummary[]> {
    return this.batches.latest(signal);
  }

  private count(answer: BatchedAnswer): void {
    const facts = { provider: this.provider, purpose: 'tagging', durationMs: 0, batched: true } as const;
    if ('code' in answer) return this.observer.record({ ...facts, outcome: answer.code });
    const { model, usage } = answer.completion;
    this.observer.record({ ...facts, outcome: 'ok', model, usage });
  }
}
