import { DateTime } from 'luxon';

import { holdsSecret } from '../extraction/secrets.js';
import { contentWords } from '../extraction/words.js';
import { plainWords } from '../relationship/plain-words.js';

import { readsAsOrder } from './reads-as-order.js';
import type { PartSummary, SaidPart } from './said.js';
import { sentencesOf } from './sentences.js';

/** Sentences of this part, and of what was before it, that are kept. */
const KEPT = 6;
const KEPT_OF_BEFORE = 6;
/** A longer sentence is a speech, in characters. */
const LONGEST = 240;
const FEWEST_WORDS = 2;
const ENOUGH_WORDS = 4;

/** What makes a sentence worth keeping, beside its words: it is about the speaker, a plan, a date or a number, a feeling. */
const TELLING: readonly (readonly [RegExp, number])[] = [
  [/\b(?:i|i'm|i've|i'll|my|me|we|our|yo|mi|mis|me|soy|estoy|tengo|vivo|trabajo|nosotr[oa]s|nuestr[oa]s?)\b/, 1.2],
  [
    /\b(?:will|going to|plan|next|tomorrow|soon|decided|promise[ds]?|voy a|vamos a|pienso|proxim[oa]|manana|pronto|decid[io]|promet[io])\b/,
    0.8,
  ],
  [
    /\d|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b/,
    0.6,
  ],
  [
    /\b(?:love|hate|afraid|happy|sad|proud|worried|married|pregnant|died|born|job|moved|amo|odio|miedo|feliz|triste|orgullos[oa]|preocupad[oa]|casad[oa]|embarazada|murio|nacio|mudad[oa])\b/,
    0.8,
  ],
];

interface Weighed {
  readonly line: string;
  readonly weight: number;
  readonly place: number;
}

/**
 * A summary without a model: the person's own sentences that say most, each with its day and speaker, in their order. Rare words weigh more
 * than common ones, and words of what is known already important more than others. What would be an order is left out, as are questions
 * and secrets. The same part gives the same summary; null when nothing is worth keeping and there was nothing before.
 */
export function extractSummary(part: SaidPart, important: ReadonlySet<string> = new Set()): PartSummary | null {
  const sentences = part.messages
    .filter(({ author }) => author === 'contact')
    .flatMap(({ speaker, text, sentAt }) => sentencesOf(text).map((sentence) => ({ speaker, sentAt, sentence })))
    .filter(({ sentence }) => isTold(sentence));
  const common = frequencies(sentences.map(({ sentence }) => sentence));
  const weighed = sentences.map(({ speaker, sentAt, sentence }, place) => ({
    line: `${DateTime.fromJSDate(sentAt, { zone: part.zone }).toISODate()} ${speaker}: “${sentence}”`,
    weight: rarity(sentence, common, sentences.length) + telling(sentence) + 0.8 * known(sentence, important),
    place,
  }));
  const before = sentencesBefore(part.soFar).map((line, place) => ({
    line,
    weight: telling(line) + known(line, important),
    place,
  }));
  const lines = [...heaviest(before, KEPT_OF_BEFORE), ...heaviest(weighed, KEPT)].map(({ line }) => line);
  if (lines.length === 0) return null;
  const best = heaviest(weighed, 3);
  const weight = best.reduce((sum, one) => sum + one.weight, 0) / Math.max(1, best.length);
  return { text: [...new Set(lines)].join('\n'), importance: Math.min(10, Math.max(1, Math.round(weight))) };
}

function isTold(sentence: string): boolean {
  if (/[?¿]/.test(sentence) || sentence.length > LONGEST) return false;
  const words = new Set(contentWords(sentence)).size;
  // "Good morning" has two words as well.
  if (words < FEWEST_WORDS || (words < ENOUGH_WORDS && telling(sentence) === 0)) return false;
  return !readsAsOrder(sentence) && !holdsSecret(sentence);
}

/** A summary that a model wrote has no lines of its own. */
function sentencesBefore(soFar: string | null): string[] {
  if (soFar === null) return [];
  return soFar.includes('\n') || /^\d{4}-\d\d-\d\d /.test(soFar) ? soFar.split('\n') : sentencesOf(soFar);
}

function frequencies(sentences: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    for (const word of new Set(contentWords(sentence))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function rarity(sentence: string, common: ReadonlyMap<string, number>, total: number): number {
  const words = [...new Set(contentWords(sentence))];
  const sum = words.reduce((rare, word) => rare + Math.log(1 + total / (common.get(word) ?? 1)), 0);
  return sum / Math.sqrt(words.length + 2);
}

function telling(sentence: string): number {
  const words = plainWords(sentence);
  return TELLING.reduce((sum, [pattern, weight]) => sum + (pattern.test(words) ? weight : 0), 0);
}

function known(sentence: string, important: ReadonlySet<string>): number {
  return Math.min(2, contentWords(sentence).filter((word) => important.has(word)).length);
}

/** The heaviest, in their order. */
function heaviest(sentences: readonly Weighed[], limit: number): Weighed[] {
  const chosen = sentences.toSorted((a, b) => b.weight - a.weight || a.place - b.place).slice(0, limit);
  return chosen.sort((a, b) => a.place - b.place);
}
