import type { CompletionRequest } from '../port/completion-request.js';
import { ModelBatches, type BatchedAnswer, type BatchedQuestion, type BatchSummary } from '../port/model-batches.js';
import type { BudgetGuard } from './budget-guard.service.js';

/**
 * Batches that are handed over only while there is a budget for them. One counts on the day on which its answers are read: what it will
 * cost is not reckoned before.
 */
export class BudgetedBatches extends ModelBatches {
  constructor(
    private readonly batches: ModelBatches,
    private readonly guard: BudgetGuard,
    private readonly estimate: (request: CompletionRequest) => number,
  ) {
    super();
  }

  async submit(questions: readonly BatchedQuestion[], signal?: AbortSignal): Promise<string> {
    const release = await this.guard.admit({ purpose: 'tagging' }, () =>
      questions.reduce((sum, { request }) => sum + this.estimate(request), 0),
    );
    try {
      return await this.batches.submit(questions, signal);
    } finally {
      release();
    }
  }

  hasEnded(id: string, signal?: AbortSignal): Promise<boolean> {
    return this.batches.hasEnded(id, signal);
  }

  answers(id: string, signal?: AbortSignal): AsyncIterable<BatchedAnswer> {
    return this.batches.answers(id, signal);
  }

  latest(signal?: AbortSignal): Promise<readonly BatchSummary[]> {
    return this.batches.latest(signal);
  }
}
