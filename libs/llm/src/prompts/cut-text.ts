import { tokenWeight } from './count-tokens.js';

/** Which end of a text goes when there is no room for all of it. */
export type CutEnd = 'start' | 'end';

/** No token stands for more characters than this by our count, so that a huge text is not read to its end. */
const MOST_CHARACTERS_A_TOKEN = 100;

const SENTENCES = new Intl.Segmenter(undefined, { granularity: 'sentence' });
const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' });
const CHARACTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * As much of a text as fits: whole sentences and lines; of one that is too long by itself whole words, of a word whole characters.
 * `from` is the end that goes.
 */
export function cutText(text: string, maxTokens: number, from: CutEnd = 'end'): string {
  const longest = Math.max(0, Math.floor(maxTokens)) * MOST_CHARACTERS_A_TOKEN;
  if (text.length <= longest && tokenWeight(text) <= maxTokens) return text;
  const candidate = (from === 'end' ? text.slice(0, longest) : text.slice(text.length - longest)).toWellFormed();
  for (const segmenter of [SENTENCES, WORDS]) {
    const kept = wholePieces(candidate, segmenter, maxTokens, from);
    if (kept !== '') return kept;
  }
  return wholeCharacters(candidate, maxTokens, from);
}

/** The pieces at the end that stays, as many as fit. */
function wholePieces(text: string, segmenter: Intl.Segmenter, maxTokens: number, from: CutEnd): string {
  const pieces = from === 'end' ? segmenter.segment(text) : [...segmenter.segment(text)].reverse();
  let weight = 0;
  let length = 0;
  for (const { segment } of pieces) {
    weight += tokenWeight(segment);
    if (weight > maxTokens) break;
    length += segment.length;
  }
  return kept(text, length, from);
}

/** The beginning (or end) of one long word, found by halving: a character by itself weighs more than as part of its word. */
function wholeCharacters(text: string, maxTokens: number, from: CutEnd): string {
  const ends = [0];
  for (const { index, segment } of CHARACTERS.segment(text)) ends.push(index + segment.length);
  const lengths = from === 'end' ? ends : ends.map((end) => text.length - end).reverse();
  let [fits, tooLong] = [0, lengths.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (tokenWeight(kept(text, lengths[middle] ?? 0, from)) <= maxTokens) fits = middle;
    else tooLong = middle;
  }
  return kept(text, lengths[fits] ?? 0, from);
}

function kept(text: string, length: number, from: CutEnd): string {
  return (from === 'end' ? text.slice(0, length) : text.slice(text.length - length)).trim();
}
