import { underagePatterns } from './underage-words.js';

/** Marks that can't be seen, and would break a word for us only. */
const UNSEEN = /[\p{M}\p{Cf}]/gu;

/** Tells whether a text says of the character that it is under 18. `names` are what it is called there. */
export function underageReader(names: readonly string[]): (text: string) => boolean {
  const patterns = underagePatterns(names.map(plainOf).filter((name) => name !== ''));
  return (text) => {
    const plain = plainOf(text);
    return patterns.some((pattern) => pattern.test(plain));
  };
}

/** Small letters without accents, one blank between words; lines stay lines. */
function plainOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .replace(/[’‘`´]/g, "'")
    .replace(/[‐‑–—_]/g, '-')
    .replace(/[^\S\n]+/g, ' ')
    .toLowerCase()
    .trim();
}
