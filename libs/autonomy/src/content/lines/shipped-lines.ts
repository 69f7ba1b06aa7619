import type { TextLanguage } from '#kernel';

import { ENGLISH } from './english.js';
import { FRENCH } from './french.js';
import { GERMAN } from './german.js';
import { ITALIAN } from './italian.js';
import type { ShippedLines } from './occasion.js';
import { PORTUGUESE } from './portuguese.js';
import { SPANISH } from './spanish.js';

/** What is said where no model wrote anything that may be said. They know nothing of the talk, so they claim nothing of it. */
export const SHIPPED_LINES: Readonly<Record<TextLanguage, ShippedLines>> = {
  en: ENGLISH,
  es: SPANISH,
  de: GERMAN,
  fr: FRENCH,
  pt: PORTUGUESE,
  it: ITALIAN,
};
