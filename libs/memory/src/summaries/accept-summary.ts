import { DateTime } from 'luxon';

import { holdsSecret } from '../extraction/secrets.js';
import { plainWords } from '../relationship/plain-words.js';

import { readsAsOrder } from './reads-as-order.js';
import type { SaidPart } from './said.js';
import { sentencesOf } from './sentences.js';
import { spokenLanguage } from './spoken-language.js';

/** In characters: about 250 words. */
const LONGEST = 1_600;
const SHORTEST = 15;
/** More of an output is not looked at. */
const READ = 20_000;
/** A summary of which more must go is not trusted in the rest. */
const MOST_DROPPED = 0.5;
const LINK = /(?:https?:\/\/|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|es|info|me|app|dev|co|ly)\b\S*/giu;
const NUMBER = /\d+/g;
const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;
/** Capitals that are no names. */
const NO_NAME = new Set(
  `i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  english spanish french german italian christmas easter whatsapp contact user the they she he it
  lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  navidad contacto usuario el ella ellos`.split(/\s+/),
);
const MONTH =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)\w*\b|\b\d{4}-\d\d(?:-\d\d)?\b|\b\d{1,2}\/\d{1,2}\b/;
/** What only somebody does: whoever begins a sentence with it is a person. */
const PERSONAL =
  /^(?:said|says|told|tells|asked|asks|likes|loves|lives|works|has|is|was|wants|went|moved|feels|dijo|dice|conto|pregunto|vive|trabaja|tiene|es|esta|era|quiere|fue|siente)$/;
const STARTERS = new Set(
  `the a an they she he it we this that there who what both their her his nobody everybody somebody someone everything nothing
  el la los las un una ellos ella se esto eso esta este hay quien ambos su sus nadie todo todos alguien nada`.split(
    /\s+/,
  ),
);

/**
 * What of a model's summary may be kept: sentences whose links, numbers and names were said, and that give no orders. Null when it is not one:
 * empty, in another language than the talk, or mostly made up.
 */
export function acceptSummary(output: string, part: SaidPart): string | null {
  const source = sourceOf(part);
  const tidy = output
    .slice(0, READ)
    .replace(/```\w*/g, ' ')
    .replace(/^[\s>*#-]+/gm, '')
    .trim();
  const spoken = spokenLanguage(source.text);
  const sentences = sentencesOf(tidy, spoken);
  const kept = sentences.filter((sentence) => isSupported(sentence, source));
  if (sentences.length === 0 || kept.length < sentences.length * MOST_DROPPED) return null;
  const text = cut(kept, LONGEST);
  const language = spokenLanguage(text);
  if (text.length < SHORTEST || (spoken !== null && language !== null && language !== spoken)) return null;
  return text;
}

interface Source {
  readonly text: string;
  readonly plain: string;
  readonly words: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
}

function sourceOf({ soFar, messages, zone }: SaidPart): Source {
  const text = [soFar ?? '', ...messages.map(({ text: said }) => said)].join('\n');
  const named = `${text}\n${messages.map(({ speaker }) => speaker).join('\n')}`;
  const years = messages.flatMap(({ sentAt }) => {
    const { year } = DateTime.fromJSDate(sentAt, { zone });
    return [year - 1, year, year + 1].map(String);
  });
  return {
    text,
    plain: plainWords(text),
    words: new Set(plainWords(named).match(WORD) ?? []),
    numbers: new Set(text.match(NUMBER) ?? []),
    years: new Set(years),
  };
}

function isSupported(sentence: string, source: Source): boolean {
  if (readsAsOrder(sentence) || holdsSecret(sentence)) return false;
  const links = sentence.match(LINK) ?? [];
  if (!links.every((link) => source.plain.includes(plainWords(link).replace(/[.,;:!?)]+$/, '')))) return false;
  return (
    (sentence.match(NUMBER) ?? []).every((number) => isSaid(number, sentence, source)) && namesAreSaid(sentence, source)
  );
}

/** The day of a message may be told, too, and small numbers may be counted. */
function isSaid(number: string, sentence: string, { numbers, years }: Source): boolean {
  if (numbers.has(number) || numbers.has(String(Number(number)))) return true;
  const dated = MONTH.test(plainWords(sentence));
  return (dated && Number(number) >= 1 && Number(number) <= 31) || (years.has(number) && number.length === 4);
}

function namesAreSaid(sentence: string, { words }: Source): boolean {
  const found = [...sentence.matchAll(WORD)].map(([word]) => word);
  return found.every((word, index) => {
    const plain = plainWords(word).replace(/'s$/, '');
    if (!/^\p{Lu}/u.test(word) || words.has(plain) || NO_NAME.has(plain)) return true;
    if (index > 0) return false;
    return STARTERS.has(plain) || !PERSONAL.test(plainWords(found[1] ?? ''));
  });
}

function cut(sentences: readonly string[], longest: number): string {
  let text = '';
  for (const sentence of sentences) {
    if (text.length + sentence.length + 1 > longest) break;
    text += text === '' ? sentence : ` ${sentence}`;
  }
  return text;
}
