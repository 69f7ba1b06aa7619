import type { Completion, CompletionEvent } from './completion.js';
import type { CompletionRequest } from './completion-request.js';
import type { ModelBatches } from './model-batches.js';
import type { StructuredCompletion, StructuredRequest } from './structured-request.js';

/**
 * A model that answers. Inject this; which provider is behind it is configuration.
 * All three throw an `AppError` with a code of `llm.errors.ts`: `llm.overloaded`, `llm.rate-limited`, `llm.unauthorized`,
 * `llm.bad-request`, `llm.timeout`, `llm.unavailable`, `llm.interrupted`, `llm.aborted`. Never one with provider text in it.
 */
export abstract class LanguageModel {
  /** The provider's name: `anthropic`, `offline`. */
  abstract readonly name: string;

  /** Questions that may wait. Undefined where the provider has none. */
  readonly batches: ModelBatches | undefined = undefined;

  /** The name of the model that a request goes to, as far as it is known before it answers. */
  modelFor(_request: Pick<CompletionRequest, 'purpose' | 'model'>): string {
    return this.name;
  }

  /** The whole answer at once. */
  abstract complete(request: CompletionRequest): Promise<Completion>;

  /** The answer as it is written. The texts joined are the text of the `done` event. */
  abstract stream(request: CompletionRequest): AsyncIterable<CompletionEvent>;

  /**
   * A value of the schema, validated, after at most one repair.
   * @throws AppError `llm.invalid-output` after the repair, `llm.unsupported` from a provider that cannot fill this schema
   */
  abstract structured<T>(request: StructuredRequest<T>): Promise<StructuredCompletion<T>>;
}
