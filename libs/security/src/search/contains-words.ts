import { foldAccents, unifyText } from './fold-text.js';
import { splitWords } from './split-words.js';

/** Scripts without spaces: where a word ends depends on what stands around it. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Whether a text holds a word or phrase, whatever its case and accents: whole words, one after the other, as search splits
 * them. What has no words (an emoji), or is written without spaces, is looked for as it stands.
 */
export function containsWords(text: string, phrase: string): boolean {
  const wanted = wordsOf(phrase);
  if (wanted.length === 0 || UNSPACED.test(phrase)) {
    const literal = folded(phrase);
    return literal !== '' && folded(text).includes(literal);
  }
  // Words hold no blanks, so a run of words is a run of characters.
  return ` ${wordsOf(text).join(' ')} `.includes(` ${wanted.join(' ')} `);
}

function wordsOf(text: string): string[] {
  return [...splitWords(text)].map(({ text: word }) => foldAccents(word)).filter((word) => word !== '');
}

function folded(text: string): string {
  return foldAccents(unifyText(text)).trim();
}
