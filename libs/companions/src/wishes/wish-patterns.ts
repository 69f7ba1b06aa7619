import type { ConsentLanguage } from '#messaging';

import type { ClockWords } from './clock-time.js';
import type { DayPart } from './day-part.js';

/** Languages in which people may say how they want to be written to. */
export type WishLanguage = ConsentLanguage;

/**
 * How one language says it: each pattern is a whole message, without anchors, case and accents; `{time}`, `{place}` and `{topic}` stand for
 * what is named. Only what can mean nothing else belongs here: what it says is done without a question back.
 */
export interface WishPatterns {
  readonly language: WishLanguage;
  readonly less: readonly string[];
  readonly more: readonly string[];
  /** Never write first; answers go on. */
  readonly off: readonly string[];
  readonly on: readonly string[];
  readonly notBefore: readonly string[];
  readonly notAfter: readonly string[];
  readonly zone: readonly string[];
  readonly avoid: readonly string[];
  /** What stands for a topic without naming one: "don't mention it" is a phrase. */
  readonly noTopic: string;
  readonly clock: ClockWords;
  readonly during: DuringPatterns;
}

/** How one language says when they want to be written to, without a time of the clock: whole messages with `{when}`. */
export interface DuringPatterns {
  readonly not: readonly string[];
  readonly only: readonly string[];
  /** What may be talk of anything, unless a wish came right before: "not in the morning". */
  readonly notBare: readonly string[];
  readonly onlyBare: readonly string[];
  /** With its preposition: "in the morning". */
  readonly parts: Readonly<Partial<Record<DayPart, string>>>;
  /** With `{time}` and `{until}`. */
  readonly between: string;
  /** What nobody can keep: days, occasions. */
  readonly unkept: string;
}
