import { COMMON_WORDS, textLanguage, type TextLanguage } from '#kernel';

import { acceptTitle } from './accept-title.js';

const MOST_TOPICS = 3;
const MOST_WORDS = 6;
/** Fewer words that mean something may be no more than somebody's name. */
const TELLING = 2;
/** Of a message, in UTF-16 units. */
const READ = 500;
const CLAUSE_END = /[.!?¿¡…,;:()"“”«»]|\n\s*\n/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

/**
 * A title without a model: the first words of the person that say something; else what was talked about, the latest first. Null when there is
 * neither.
 */
export function titleFromTalk(said: readonly string[], topics: readonly string[]): string | null {
  const language = textLanguage(said.join('\n'), 'en');
  const clauses = said.flatMap((text) => text.slice(0, READ).split(CLAUSE_END)).map((one) => heart(one, language));
  const telling = clauses.find(({ meaning }) => meaning >= TELLING)?.words;
  const named = topics.slice(-MOST_TOPICS).reverse().join(', ');
  const word = clauses.find(({ meaning }) => meaning > 0)?.words;
  const title = acceptTitle(telling ?? (named === '' ? (word ?? '') : named));
  return title === null ? null : title.charAt(0).toLocaleUpperCase() + title.slice(1);
}

/** From its first word that means something to the last one that there is room for. */
function heart(clause: string, language: TextLanguage): { readonly words: string; readonly meaning: number } {
  const words = clause.match(WORD) ?? [];
  const means = (word: string): boolean =>
    !word
      .toLowerCase()
      .split(/['’]/)
      .every((part) => part.length === 1 || COMMON_WORDS[language].has(part));
  const shown = words.slice(Math.max(words.findIndex(means), 0)).slice(0, MOST_WORDS);
  const end = shown.findLastIndex(means) + 1;
  return { words: shown.slice(0, end).join(' '), meaning: shown.filter(means).length };
}
