import { promptText } from '#llm';

import { classify } from '../safety/classify/classify.js';
import { harmOf, type AnswerHarm } from '../safety/guard/harmful-answer.js';
import { holdsAddress } from './holds-address.js';

export type ShapeFlaw =
  'several-lines' | 'invisible-characters' | 'address' | 'markup' | 'several-questions' | 'refusal';

export interface SafetyFlaws {
  readonly harm: AnswerHarm | null;
  /** Too much for people who did not ask for it, or of a danger. */
  readonly unsafe: boolean;
}

/** Coarse is a friend's way at times; romance is not ours to begin. */
const HIGHEST_LEVEL = 1;
const MARKUP = /[<>{}[\]|`*_#\\]|^\p{L}+:\s|^["“«„]|["”»]$/u;
const REFUSAL =
  /\bas an ai\b|language model|\bi(?:'m| am) sorry,? but\b|\bi (?:can(?:'|no)t|am unable to) (?:help|assist|do that|write|comply)|\b(?:here(?:'s| is) (?:a|the|your) message)\b/iu;
const QUESTION = /[?？؟]/gu;
const LINE_END = /\r\n|[\n\r\u2028\u2029]/u;

/** What keeps a text from being said unasked by how it is written. `lines`: so many it may have. */
export function shapeFlaws(text: string, lines = 1): readonly ShapeFlaw[] {
  const flaws: readonly (readonly [ShapeFlaw, boolean])[] = [
    ['several-lines', text.split(LINE_END).length > lines],
    ['invisible-characters', promptText(text) !== text],
    ['address', holdsAddress(text)],
    ['markup', MARKUP.test(text)],
    ['several-questions', (text.match(QUESTION)?.length ?? 0) > 1],
    ['refusal', REFUSAL.test(text)],
  ];
  return flaws.flatMap(([flaw, is]) => (is ? [flaw] : []));
}

/** What keeps it from being said by what it says. */
export function safetyFlaws(text: string): SafetyFlaws {
  const { nsfwLevel, forbidden, dangers } = classify(text);
  return { harm: harmOf(text), unsafe: nsfwLevel > HIGHEST_LEVEL || forbidden || dangers.length > 0 };
}
