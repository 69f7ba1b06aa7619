import type { Facet } from '#messaging';

/** What was found about one message. */
export interface Told {
  readonly values: readonly string[];
  /** 0-1, one for each value. */
  readonly confidences: readonly number[];
  /** How many tags were said that there are not. */
  readonly dropped: number;
}

/** Tells one facet of a message. It knows nothing of the others: one that fails leaves them as they are. */
export interface FacetTagger {
  readonly facet: Facet;
  /** What a model is asked for. */
  readonly instruction: string;
  /** JSON Schema of the model's answer about one message. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** What the model said, checked. Throws when it is not what was asked for. */
  read(said: unknown): Told;
  /** The same without a model. */
  byRules(text: string): Told;
}
