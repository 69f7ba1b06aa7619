import type { ConsentLanguage } from '#messaging';

import type { ClockWords } from './clock-time.js';

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
}
