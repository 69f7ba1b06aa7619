import type { CompletionRequest } from '#llm';

import { EXAMPLES_HEADING } from './character-section.js';

/** A run of our own instructions of so many letters and digits in an answer is a leak, not talk: some ten words. */
export const LEAK_LETTERS = 48;

/** Examples are there to be talked like. */
const EXAMPLES = new RegExp(String.raw`${EXAMPLES_HEADING}:\n[^]*?(?=\n\n\p{Lu}[\p{Lu} ]+:\n|$)`, 'gu');
const LETTER = /[\p{L}\p{N}]/u;

/** Tells whether a text holds a run of our own instructions: from wherever they are taken, and however they are set, spaced and written. */
export function recitalOf({ system }: CompletionRequest): (text: string) => boolean {
  const secrets = system
    .filter(({ stable }) => stable)
    .flatMap(({ text }) => text.split(EXAMPLES))
    .map(bareLetters);
  return (text) => {
    const letters = bareLetters(text);
    return letters.length >= LEAK_LETTERS && secrets.some((secret) => shareRun(secret, letters));
  };
}

/** Up to where a text may be told while more of it comes, so that a recital that has begun is whole before any of it is told. */
export function beforeLastLetters(text: string): number {
  let end = text.length;
  for (let letters = 0; letters < LEAK_LETTERS; letters++) {
    do end -= 1;
    while (end >= 0 && !LETTER.test(characterAt(text, end)));
  }
  return Math.max(0, end);
}

/** Half a character is none: its first half comes next. */
function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function bareLetters(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A run of this length has one of the secret's blocks of half its length in it, wherever it begins. */
function shareRun(secret: string, text: string): boolean {
  const length = LEAK_LETTERS / 2;
  for (let block = 0; block + length <= secret.length; block += length) {
    const wanted = secret.slice(block, block + length);
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      if (sharedAround(secret, block, text, at) >= LEAK_LETTERS) return true;
    }
  }
  return false;
}

/** How much two texts have in common around two places, in UTF-16 units. */
function sharedAround(one: string, from: number, other: string, at: number): number {
  let before = 0;
  while (before < Math.min(from, at, LEAK_LETTERS) && one[from - before - 1] === other[at - before - 1]) before += 1;
  let after = 0;
  while (after < LEAK_LETTERS && from + after < one.length && one[from + after] === other[at + after]) after += 1;
  return before + after;
}
