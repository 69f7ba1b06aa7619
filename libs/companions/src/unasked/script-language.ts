import type { ConsentLanguage } from '#messaging';

/** Languages that their letters tell. The first one that is found counts: Japanese is written with Chinese characters, too. */
const SCRIPTS: readonly (readonly [ConsentLanguage, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
];
const LETTERS = /\p{L}/gu;
/** Of its letters: a foreign name makes no language. */
const ENOUGH = 0.3;

/** The language of a text that is not written in Latin letters; null for one that is, or has none. */
export function scriptLanguage(text: string): ConsentLanguage | null {
  const letters = text.match(LETTERS)?.length ?? 0;
  if (letters === 0) return null;
  return SCRIPTS.find(([, script]) => (text.match(script)?.length ?? 0) / letters > ENOUGH)?.[0] ?? null;
}
