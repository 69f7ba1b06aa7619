import { ASKING_WORDS } from './stop-words.js';
import { textSigns, wantedSign } from './text-signs.js';
import { textWords, type TextWord } from './text-words.js';
import { topicsNamedBy, topicsOf } from './topics.js';

/** A text as it is found: tokens with how often they are in it. What is stored of them is keyed hashes. */
export interface AnalysedText {
  readonly signs: number;
  readonly length: number;
  readonly tokens: ReadonlyMap<string, number>;
}

/** A word of a question, in every form in which it may be found. */
export interface QueryWord {
  readonly word: string;
  readonly token: string;
  readonly spanish: string | null;
  /** How the word begins, when it is long: finds other words of its family. */
  readonly beginning: string | null;
  /** Asks rather than tells what is asked for. */
  readonly asking: boolean;
}

export interface AnalysedQuery {
  readonly words: readonly QueryWord[];
  /** Tokens of topics that the question names. */
  readonly named: readonly string[];
  /** Tokens of topics that its words belong to. */
  readonly about: readonly string[];
  /** One of `TURN_SIGNS`, or 0. */
  readonly wanted: number;
}

const BEGINNING = 6;
/** A message is no longer than that in words; a document that was pasted in is found by how it begins. */
const MOST_WORDS = 400;
const MOST_QUERY_WORDS = 24;

/** The features of a turn. */
export function analyse(text: string): AnalysedText {
  const words = textWords(text).slice(0, MOST_WORDS);
  const tokens = new Map<string, number>();
  const add = (token: string): void => void tokens.set(token, (tokens.get(token) ?? 0) + 1);
  for (const word of words) {
    add(stemToken(word.stem));
    if (word.spanish !== null) add(spanishToken(word.spanish));
    const beginning = beginningToken(word.word);
    if (beginning !== null) add(beginning);
    for (const topic of topicsOf(word.stem)) add(topicToken(topic));
  }
  return { signs: textSigns(text), length: words.length, tokens };
}

/** The features of a question; `names` of the speakers are left out, everybody is called by them all the time. */
export function analyseQuery(text: string, names: ReadonlySet<string> = new Set()): AnalysedQuery {
  const words = uniqueWords(textWords(text).filter(({ word }) => !names.has(word)));
  const named = new Set(words.flatMap(({ stem }) => topicsNamedBy(stem)));
  const about = new Set(words.flatMap(({ stem }) => topicsOf(stem)).filter((topic) => !named.has(topic)));
  return {
    words: words.map(({ word, stem, spanish }) => ({
      word,
      token: stemToken(stem),
      spanish: spanish === null ? null : spanishToken(spanish),
      beginning: beginningToken(word),
      asking: ASKING_WORDS.has(word),
    })),
    named: [...named].map(topicToken),
    about: [...about].map(topicToken),
    wanted: wantedSign(text),
  };
}

function uniqueWords(words: readonly TextWord[]): TextWord[] {
  const byStem = new Map<string, TextWord>();
  for (const word of words) if (!byStem.has(word.stem)) byStem.set(word.stem, word);
  return [...byStem.values()].slice(0, MOST_QUERY_WORDS);
}

function stemToken(stem: string): string {
  return `w:${stem}`;
}

function spanishToken(stem: string): string {
  return `s:${stem}`;
}

function beginningToken(word: string): string | null {
  return word.length >= BEGINNING ? `b:${word.slice(0, BEGINNING)}` : null;
}

function topicToken(topic: string): string {
  return `t:${topic}`;
}
