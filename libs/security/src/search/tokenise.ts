import { splitWords, type Word } from './split-words.js';
import type { WordForms } from './word-forms.js';

/** Longer runs are noise; cut, they still find themselves. UTF-16 units. */
const MAX_WORD = 64;
/** A number is also found without its country code: most national numbers have nine digits or more. */
const NATIONAL_DIGITS = 9;

export interface Token {
  /** 1 for the first word of the text. */
  readonly position: number;
  /** What the word is found by. The first is the word itself, the others are looser. */
  readonly forms: readonly string[];
  /** Words inside this one that may be looked for on their own. */
  readonly parts: readonly string[];
}

const NO_PARTS: readonly string[] = [];

/** The searchable words of a text, at most `limit`. */
export function tokenise(text: string, formsOf: WordForms, limit: number): Token[] {
  const tokens: Token[] = [];
  for (const word of splitWords(text)) {
    if (tokens.length >= limit) break;
    const forms = wordOrNumberForms(word, formsOf);
    if (forms.length > 0) tokens.push({ position: tokens.length + 1, forms, parts: word.parts ?? NO_PARTS });
  }
  return tokens;
}

function wordOrNumberForms({ text, parts }: Word, formsOf: WordForms): readonly string[] {
  const word = text.length > MAX_WORD ? text.slice(0, MAX_WORD) : text;
  const isLongNumber = parts !== undefined || /^\d{10,}$/.test(word);
  return isLongNumber && word.length > NATIONAL_DIGITS ? [word, word.slice(-NATIONAL_DIGITS)] : formsOf(word);
}
