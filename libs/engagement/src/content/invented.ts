import { isTextLanguage } from '#companions';
import { COMMON_WORDS } from '#kernel';

import { calendarWords } from './calendar-words.js';
import { isGermanNoun } from './german-nouns.js';

export type Invented = 'number' | 'date' | 'name';

const NUMBER = /\p{N}+/gu;
const WORD = /[\p{L}\p{M}]+/gu;
/** What begins a sentence may begin with a capital letter. */
const BEGINS = /(?:^|[.!?…¡¿:;–—\p{Extended_Pictographic}\uFE0F]|^[^\p{L}\p{N}]+)\s*$/u;
const GREETINGS = new Set(
  'hey hi hello oh ah ach na wow so well yes ok okay morning evening hola buenas bueno oye oi olá bom alors coucou salut bonjour bonsoir hallo moin und ciao allora ehi beh buongiorno buonasera e'.split(
    ' ',
  ),
);

/** Numbers, days and names in a text that are in none of its sources: nobody told them. A name is what is written with a capital letter. */
export function inventedIn(text: string, sources: readonly string[], language: string): readonly Invented[] {
  const told = new Set(sources.flatMap((source) => source.toLowerCase().match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []));
  const isTold = (word: string): boolean => told.has(word.toLowerCase());
  const words = [...text.matchAll(WORD)].filter(([word]) => !isTold(word));
  const days = calendarWords(language);
  return [
    ...((text.match(NUMBER) ?? []).some((number) => !isTold(number)) ? (['number'] as const) : []),
    ...(words.some(([word]) => days.has(word)) ? (['date'] as const) : []),
    ...(words.some(({ 0: word, index }) => isName(word, text, index, language)) ? (['name'] as const) : []),
  ];
}

function isName(word: string, text: string, at: number, language: string): boolean {
  if (!/^\p{Lu}\p{L}/u.test(word) || isCommon(word, language)) return false;
  const before = text.slice(0, at);
  // Whoever is called by a name at the beginning is followed by a comma, and what is theirs by an apostrophe. Where our lists do not tell a
  // language's common words, that says nothing.
  if (BEGINS.test(before)) return isTextLanguage(language) && /^(?:,|['’]s\b)/u.test(text.slice(at + word.length));
  return language !== 'de' || !isGermanNoun(word, before);
}

function isCommon(word: string, language: string): boolean {
  const small = word.toLowerCase();
  return GREETINGS.has(small) || (isTextLanguage(language) && COMMON_WORDS[language].has(small));
}
