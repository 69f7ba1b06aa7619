import { unifyText } from './fold-text.js';

/** A word, or a number as people write them to call one: its digits, and the words it is written in. */
export interface Word {
  readonly text: string;
  /** Only for a number in parts: "600", "000" and "001" of "600 000 001". */
  readonly parts?: readonly string[];
}

/** Groups of digits with at most two separators between them, or letters and digits with apostrophes. */
const NUMBER_OR_WORD =
  /(?<![\p{L}\p{N}])\d{1,15}(?:[ ().\-/]{1,2}\d{2,15}){1,7}(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const NUMBER = /^[\d ().\-/]+$/;
/** A telephone number has seven to fifteen digits (E.164). */
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 15;
/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** "don't", "john's", "we'll" are one word; "l'amour" is two. */
const CLITIC = /^[\p{L}\p{M}]{1,2}$/u;

// Made once: a segmenter takes milliseconds to make.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The words of a text in their order, in unified spelling; without punctuation and emoji. */
export function* splitWords(text: string): Generator<Word> {
  for (const [run] of unifyText(text).matchAll(NUMBER_OR_WORD)) {
    if (NUMBER.test(run)) yield* numbered(run);
    else if (UNSPACED.test(run)) yield* segmented(run);
    else yield* apostrophised(run);
  }
}

function* numbered(run: string): Generator<Word> {
  const parts = run.match(/\d+/g) ?? [];
  const digits = parts.join('');
  const callable = digits.length >= FEWEST_DIGITS && digits.length <= MOST_DIGITS;
  if (parts.length > 1 && callable) yield { text: digits, parts };
  else yield* parts.map((part) => ({ text: part }));
}

function* segmented(run: string): Generator<Word> {
  for (const { segment, isWordLike } of segmenter.segment(run)) if (isWordLike) yield { text: segment };
}

function* apostrophised(run: string): Generator<Word> {
  const pieces = run.split(/['’]/);
  let word = pieces[0] ?? '';
  for (const piece of pieces.slice(1)) {
    if (CLITIC.test(piece)) {
      word += piece;
    } else {
      yield { text: word };
      word = piece;
    }
  }
  yield { text: word };
}
