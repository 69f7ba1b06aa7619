import { TEXT_LANGUAGES, textLanguage, type TextLanguage } from '#kernel';

import { scriptLanguage } from './script-language.js';

/** The language of a text, of those that we speak; `likely` when the text does not tell. */
export function writtenLanguage(text: string, likely: string): string {
  const [first, second] = TEXT_LANGUAGES;
  const script = scriptLanguage(text);
  if (script !== null) return script;
  // Whoever falls back to either of two has told nothing.
  const told = textLanguage(text, first);
  return told === first && textLanguage(text, second) !== first ? likely : told;
}

export function isTextLanguage(language: string): language is TextLanguage {
  return (TEXT_LANGUAGES as readonly string[]).includes(language);
}
