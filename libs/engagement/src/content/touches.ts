import { COMMON_WORDS } from '#kernel';

const WORD = /[\p{L}\p{N}]+/gu;
/** Endings differ: words that begin alike for so long are one. Rather one too many is left alone than one too few. */
const STEM = 3;
const LONGEST_ENDING = 2;
/** Written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Whether a text has to do with one of the topics: has each of its words that say something, whatever their endings. */
export function touches(text: string, topics: readonly string[]): boolean {
  const words = wordsOf(text);
  const plain = words.join(' ');
  return topics.some((topic) => {
    const said = wordsOf(topic);
    const telling = said.filter((word) => !isCommon(word));
    const wanted = telling.length > 0 ? telling : said;
    if (wanted.length === 0) return topic !== '' && text.includes(topic);
    return wanted.every(
      (word) => words.some((one) => alike(one, word)) || (UNSPACED.test(word) && plain.includes(word)),
    );
  });
}

function alike(one: string, other: string): boolean {
  const stem = Math.max(STEM, Math.min(one.length, other.length) - LONGEST_ENDING);
  return one === other || (Math.min(one.length, other.length) >= STEM && one.slice(0, stem) === other.slice(0, stem));
}

function isCommon(word: string): boolean {
  return Object.values(COMMON_WORDS).some((words) => words.has(word));
}

function wordsOf(text: string): string[] {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(WORD) ?? [];
}
