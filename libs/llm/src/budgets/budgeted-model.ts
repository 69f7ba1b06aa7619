import type { Completion, CompletionEvent } from '../port/completion.js';
import type { CompletionRequest } from '../port/completion-request.js';
import { LanguageModel } from '../port/language-model.port.js';
import type { ModelBatches } from '../port/model-batches.js';
import type { StructuredCompletion, StructuredRequest } from '../port/structured-request.js';
import type { BudgetGuard } from './budget-guard.service.js';
import { BudgetedBatches } from './budgeted-batches.js';

/** What a question may cost at the most, roughly, in US dollars. */
export type EstimateCost = (request: CompletionRequest) => number;

/** A model that is asked only while there is a budget for it. */
export class BudgetedModel extends LanguageModel {
  readonly name: string;
  override readonly batches: ModelBatches | undefined;

  constructor(
    private readonly model: LanguageModel,
    private readonly guard: BudgetGuard,
    private readonly estimate: EstimateCost,
  ) {
    super();
    this.name = model.name;
    this.batches = model.batches && new BudgetedBatches(model.batches, guard, estimate);
  }

  complete(request: CompletionRequest): Promise<Completion> {
    return this.within(request, () => this.model.complete(request));
  }

  structured<T>(request: StructuredRequest<T>): Promise<StructuredCompletion<T>> {
    return this.within(request, () => this.model.structured(request));
  }

  async *stream(request: CompletionRequest): AsyncIterable<CompletionEvent> {
    const release = await this.guard.admit(request, () => this.estimate(request));
    try {
      yield* this.model.stream(request);
    } finally {
      release();
    }
  }

  private async within<T>(request: CompletionRequest, ask: () => Promise<T>): Promise<T> {
    const release = await this.guard.admit(request, () => this.estimate(request));
    try {
      return await ask();
    } finally {
      release();
    }
  }
}
