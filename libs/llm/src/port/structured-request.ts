import type { Usage } from './completion.js';
import type { CompletionRequest } from './completion-request.js';

/** What the model must fill in. */
export interface OutputSchema<T> {
  /** `^[a-z][a-z0-9_]*$`: providers show it to the model. */
  readonly name: string;
  readonly description: string;
  /** JSON Schema of an object, with `additionalProperties: false` and every property required. */
  readonly jsonSchema: Readonly<Record<string, unknown>>;
  /**
   * The value, checked and typed; throws when it is wrong. The error's message is shown to the model once, so that it can
   * repair: it says which field takes what.
   */
  parse(value: unknown): T;
}

/** A question whose answer is a value instead of text. */
export interface StructuredRequest<T> extends CompletionRequest {
  readonly schema: OutputSchema<T>;
}

/** A validated value. Usage and duration cover the repair too. */
export interface StructuredCompletion<T> {
  readonly value: T;
  readonly model: string;
  readonly usage: Usage;
  readonly durationMs: number;
  /** Whether the first output was invalid and the second one taken. */
  readonly repaired: boolean;
}
