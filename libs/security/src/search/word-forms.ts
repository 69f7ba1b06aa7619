import snowball from 'snowball-stemmers';

import { unknownLanguage } from '../security.errors.js';
import { foldAccents } from './fold-text.js';

const LETTERS_ONLY = /^[\p{L}\p{M}]+$/u;

/** A word's forms: the word itself without accents first, then its stem in each language where that differs. */
export type WordForms = (word: string) => readonly string[];

/**
 * Stems come before folding, because endings are told apart by their accents ("-ción"). `languages` are names of
 * Snowball algorithms (https://snowballstem.org/algorithms). Throws `security.unknown-language`.
 */
export function wordForms(languages: readonly string[]): WordForms {
  const known = snowball.algorithms();
  const stemmers = languages.map((language) => {
    const name = language.toLowerCase();
    if (!known.includes(name)) throw unknownLanguage(language, known);
    return snowball.newStemmer(name);
  });
  return (word) => {
    const forms = new Set([foldAccents(word)]);
    if (LETTERS_ONLY.test(word)) for (const stemmer of stemmers) forms.add(foldAccents(stemmer.stem(word)));
    forms.delete('');
    return [...forms];
  };
}
