import { Injectable } from '@nestjs/common';

import { COMMON_WORDS, TEXT_LANGUAGES } from '#kernel';
import { BlindIndex } from '#security';

/** Shorter words say little of what the talk is about; in scripts that write a word in two signs, they do. */
const WORD = /\p{L}[\p{L}\p{M}]{3,31}/gu;
const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2,}/gu;
/** So many words of a message are looked at; the rest is more of the same. */
const MOST_WORDS = 24;
/** Long texts end somewhere. */
const MOST_LETTERS = 2_000;
/** A hash of the blind index, as its literal has it. */
const HASH = /'([\w-]{11})':(\d+)/g;

/** What a text is about, as keyed hashes: they can be counted and compared, and not read. */
@Injectable()
export class WordTokens {
  constructor(private readonly index: BlindIndex) {}

  /** Keyed 32-bit hashes of the words that carry meaning, each once, in the looser form in which "cycling" is "cycles". */
  of(text: string): readonly number[] {
    const head = text.slice(0, MOST_LETTERS).toLowerCase();
    const words = new Set([...(head.match(WORD) ?? []), ...(head.match(SIGNS) ?? [])]);
    const tokens = new Set<number>();
    for (const word of words) {
      if (tokens.size >= MOST_WORDS) break;
      if (!isCommon(word)) for (const hash of this.loosest(word)) tokens.add(hash);
    }
    return [...tokens].slice(0, MOST_WORDS);
  }

  /** Of a run without spaces every word, of a word its stem. */
  private loosest(word: string): readonly number[] {
    const byPlace = new Map<string, string>();
    for (const [, hash = '', place = ''] of this.index.vector(word).matchAll(HASH)) byPlace.set(place, hash);
    return [...byPlace.values()].map((hash) => Buffer.from(hash, 'base64url').readUInt32BE(0));
  }
}

function isCommon(word: string): boolean {
  return TEXT_LANGUAGES.some((language) => COMMON_WORDS[language].has(word));
}
