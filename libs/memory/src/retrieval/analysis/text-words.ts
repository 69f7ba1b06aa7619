import snowball from 'snowball-stemmers';

import { BASE_FORMS } from './irregular-forms.js';
import { ENGLISH_MARKS, SPANISH_MARKS, STOP_WORDS } from './stop-words.js';

/** A word of a text that means something, in the forms in which it is found. */
export interface TextWord {
  /** As it is written, without accents and capitals. */
  readonly word: string;
  /** Its base form's stem, as English. Words of other languages keep most of their letters. */
  readonly stem: string;
  /** Its stem as Spanish, unless the text is plainly English. */
  readonly spanish: string | null;
}

const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)?/gu;
const POSSESSIVE = /'s?$/;
const ACCENTS = /[\u0300-\u036f]/g;
const MAX_WORD = 40;
/** Speech repeats its words. */
const MOST_KNOWN = 50_000;

const english = snowball.newStemmer('english');
const spanish = snowball.newStemmer('spanish');
const stems = new Map<string, string>();
const spanishStems = new Map<string, string>();

/** All words of a text in their order, small, with their accents. */
export function wordsOf(text: string): string[] {
  const found = text.normalize('NFKC').toLowerCase().replace(/[’`]/g, "'").match(WORD) ?? [];
  return found.map((word) => word.replace(POSSESSIVE, '').slice(0, MAX_WORD));
}

/** The words that mean something. */
export function textWords(text: string): TextWord[] {
  const all = wordsOf(text);
  const isEnglish = languageOf(all) === 'english';
  return all.flatMap((accented) => {
    const word = folded(accented);
    if (STOP_WORDS.has(word) || (word.length < 2 && !/\d/.test(word))) return [];
    return [{ word, stem: stemOf(word), spanish: isEnglish ? null : spanishStemOf(accented) }];
  });
}

/** What words of a list are compared by. */
export function stemOf(word: string): string {
  return remembered(stems, word, () => english.stem(BASE_FORMS.get(word) ?? word));
}

export function folded(word: string): string {
  return word.normalize('NFD').replace(ACCENTS, '');
}

function spanishStemOf(accented: string): string {
  return remembered(spanishStems, accented, () => folded(spanish.stem(BASE_FORMS.get(folded(accented)) ?? accented)));
}

/** By the small words; a text without any may be of either. */
function languageOf(words: readonly string[]): 'english' | 'spanish' | 'unknown' {
  const ofEnglish = words.filter((word) => ENGLISH_MARKS.has(word)).length;
  const ofSpanish = words.filter((word) => SPANISH_MARKS.has(folded(word))).length;
  if (ofEnglish === ofSpanish) return 'unknown';
  return ofEnglish > ofSpanish ? 'english' : 'spanish';
}

function remembered(known: Map<string, string>, word: string, stem: () => string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const made = stem();
  known.set(word, made);
  return made;
}
