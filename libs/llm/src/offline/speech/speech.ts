import type { Intent, SignedIntent } from '../intent.js';

/** Besides what a message wants: what is known of the person, what they told of themselves, and a greeting before something else. */
export type PhraseKey =
  Exclude<Intent, 'what-is-my'> | 'fact-known' | 'fact-unknown' | 'name-told' | 'fact-told' | 'hello';

/** How the offline model understands and talks in one language. */
export interface Speech {
  /** In small letters and without accents, as `plain` makes a text. */
  readonly signs: Readonly<Record<SignedIntent, RegExp>>;
  /** The beginning of a question that has no question mark. */
  readonly asks: RegExp;
  /** What it calls itself where the prompt gives no name. */
  readonly character: string;
  /**
   * `{name}`, `{character}` and `{value}` are filled in; `{,name}` is the name after a comma, or nothing when nobody gave one. Each line
   * can stand for any other of its list.
   */
  readonly phrases: Readonly<Record<PhraseKey, readonly string[]>>;
}
