import type { AgeSignal } from './age-signals.js';
import type { DangerSignal } from './danger-signals.js';

/** What is known beside the text itself. */
export interface TextContext {
  /** What the same person wrote before, the latest last: an age said there counts on. */
  readonly recent?: readonly string[];
  /** Somebody who takes part is known to be under 18. */
  readonly minor?: boolean;
}

/** What a text is, as far as its safety goes. */
export interface SafetyClassification {
  /** 0-10: 0 nothing, 1 coarse, 2-3 romance, 4-6 suggestive, 7-10 explicit. */
  readonly nsfwLevel: number;
  /** Of the level, 0-1. */
  readonly confidence: number;
  /** Anything sexual with or about somebody under age: forbidden whatever else holds. */
  readonly forbidden: boolean;
  /** The surest first; only those that are sure enough to act on. */
  readonly dangers: readonly DangerSignal[];
  /** What the writer says of their own age, now or lately. */
  readonly age: AgeSignal | null;
}
