import { COMMON_WORDS, TEXT_LANGUAGES, type TextLanguage } from './common-words.js';

/** Letters that one of them has and the others have not. */
const LETTERS: Readonly<Partial<Record<TextLanguage, RegExp>>> = { es: /[¿¡ñ]/, de: /[äöß]/, pt: /[ãõ]/ };
const WORD = /\p{L}+/gu;
const LOOKED_AT = 1_000;

/** Which of our languages a text is written in, by its common words and letters; `fallback` when they do not tell. */
export function textLanguage(text: string, fallback: TextLanguage): TextLanguage {
  const read = text.slice(0, LOOKED_AT).normalize('NFC').toLowerCase();
  const words = read.match(WORD) ?? [];
  const counts = TEXT_LANGUAGES.map((language) => ({
    language,
    count: words.filter((word) => COMMON_WORDS[language].has(word)).length + (LETTERS[language]?.test(read) ? 1 : 0),
  })).sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first && second && first.count > second.count ? first.language : fallback;
}
