import { COMMON_WORDS, TEXT_LANGUAGES } from '#kernel';

import { CONSENT_LANGUAGES, saidConsent, type ConsentLanguage } from './consent-word.js';
import { SILENCE_PHRASES, type SilencePhrases } from './silence-phrases.js';

/** What a group asks of whoever speaks in it unasked. */
export interface SilenceRequest {
  readonly ask: 'quiet' | 'speak';
  /** For how long; null: as long as the setting says, Infinity: until it is lifted. */
  readonly hours: number | null;
  readonly language: ConsentLanguage;
  /** Among people it is everyday talk: it counts only when it is said to us. */
  readonly onlyToUs: boolean;
}

/** Longer texts are talk. */
const LONGEST = 80;
/** A request is no question. */
const QUESTION = /[?？؟¿]/u;
const MENTION = /@\d{5,20}(?!\d)/gu;
const COMMAND = /^[/!](?:quiet|silence)(?:\s+(off|always|(\d{1,4})\s*([hm])))?$/iu;
/** No phrase has more words, and with a name and courtesy a text no more than that. */
const LONGEST_PHRASE = 7;
const MOST_WORDS = 14;
/** A STOP may be spelt out. */
const MOST_OF_CONSENT = 4;
/** Nobody asks for more than a month by a number. */
const MOST_HOURS = 31 * 24;
/** A name and a comma, before or after. */
const CALLED_FIRST = /^[\s@]*[\p{L}\p{M}\p{N}]+\s*[,،、，:]/u;
const CALLED_LAST = /[,،、，]\s*@?[\p{L}\p{M}\p{N}]+[\s.!…。！]*$/u;
/** Accents, and the signs that Arabic mostly leaves out. In scripts whose marks are letters they stay. */
const ACCENTS = /\p{Script=Inherited}|\u0640/gu;
const APOSTROPHES = /['’‘`´]/gu;
const INVISIBLE = /[\p{Cf}]/gu;
const PLAIN = /^[\x20-\x7e]*$/;
const NO_LETTER = /[^a-z0-9]+/;
const NO_WORD = /[^\p{L}\p{M}\p{N}]+/u;

type Kind = 'order' | 'word' | 'again' | 'to-us';

interface Phrase {
  readonly kind: Kind;
  readonly language: ConsentLanguage;
}

const PHRASES = phrases();
/** All words of all phrases, to tell talk at a glance. */
const VOCABULARY = new Set([...PHRASES.keys()].flatMap((phrase) => phrase.split(' ')));
/** As words, since several may stand around a request. */
const COURTESY = new Set(allOf('courtesy').flatMap(({ said }) => wordsOf(said)));

/**
 * The request for silence, or for its end, that a text is, or null. The whole text must be it, with a name, a mention and courtesy
 * around it at most: "it is so quiet here" and "please stop the music" are talk, and no question is a request. A lone STOP is one; what
 * people say to each other every day lifts a silence only when it is said to us.
 */
export function silenceRequest(text: string): SilenceRequest | null {
  if (text.length > LONGEST || text === '') return null;
  const said = (text.includes('@') ? text.replace(MENTION, ' ') : text).replace(INVISIBLE, '').trim();
  if (said.startsWith('/') || said.startsWith('!')) return commandOf(said);
  if (QUESTION.test(said)) return null;
  const words = wordsOf(said);
  if (words.length > MOST_WORDS) return null;
  return (words.length > MOST_OF_CONSENT ? null : consentOf(said)) ?? phraseOf(words, said);
}

function commandOf(said: string): SilenceRequest | null {
  const found = COMMAND.exec(said);
  if (!found) return null;
  const [, how, count, unit] = found;
  if (how?.toLowerCase() === 'off') return { ask: 'speak', hours: null, language: 'en', onlyToUs: false };
  return { ask: 'quiet', hours: hoursOf(how, count, unit), language: 'en', onlyToUs: false };
}

function hoursOf(how: string | undefined, count: string | undefined, unit: string | undefined): number | null {
  if (how === undefined) return null;
  if (count === undefined) return Infinity;
  const hours = unit?.toLowerCase() === 'm' ? Number(count) / 60 : Number(count);
  return hours > 0 ? Math.min(MOST_HOURS, hours) : null;
}

/** A STOP said into a group is meant for somebody. A START may be the word of any game. */
function consentOf(said: string): SilenceRequest | null {
  const consent = saidConsent(said);
  if (!consent) return null;
  const { word, language } = consent;
  return word === 'stop'
    ? { ask: 'quiet', hours: null, language, onlyToUs: false }
    : { ask: 'speak', hours: null, language, onlyToUs: true };
}

function phraseOf(words: readonly string[], said: string): SilenceRequest | null {
  const strange = words.filter((word) => !VOCABULARY.has(word) && !COURTESY.has(word)).length;
  // A name is one strange word; what STOP is in some language may be the other.
  if (strange > 2) return null;
  const found = phraseIn(words, CALLED_FIRST.test(said), CALLED_LAST.test(said));
  if (!found) return null;
  const { kind, language } = found;
  const ask = kind === 'order' || kind === 'word' ? 'quiet' : 'speak';
  return { ask, hours: null, language, onlyToUs: kind === 'to-us' };
}

/** The phrase that is left when courtesy, and one name at most, are taken off the ends. */
function phraseIn(words: readonly string[], calledFirst: boolean, calledLast: boolean): Phrase | undefined {
  const lasts = offEnd(words.toReversed(), calledLast);
  for (const first of offEnd(words, calledFirst)) {
    for (const last of lasts) {
      const left = words.length - first.count - last.count;
      if (left < 1 || left > LONGEST_PHRASE || (first.name && last.name)) continue;
      const found = lookUp(words.slice(first.count, words.length - last.count), first.called || last.called);
      if (found && (found.kind !== 'word' || first.name === last.name || first.called || last.called)) return found;
    }
  }
  return undefined;
}

function lookUp(words: readonly string[], called: boolean): Phrase | undefined {
  const known = PHRASES.get(words.join(' '));
  if (known || !called) return known;
  const consent = saidConsent(words.join(' '));
  return consent ? { kind: consent.word === 'stop' ? 'word' : 'to-us', language: consent.language } : undefined;
}

interface TakenOff {
  readonly count: number;
  /** A name is among it. */
  readonly name: boolean;
  /** It stands behind a comma, or before one. */
  readonly called: boolean;
}

/** What may be taken off one end: courtesy, and a name where somebody is called or an order is given ("they keep quiet" is neither). */
function offEnd(words: readonly string[], called: boolean): readonly TakenOff[] {
  const ways: TakenOff[] = [{ count: 0, name: false, called: false }];
  let count = 0;
  let name = false;
  for (const word of words) {
    if (!COURTESY.has(word)) {
      if (name || (!called && isCommon(word))) break;
      name = true;
    }
    count += 1;
    ways.push({ count, name, called: name && called });
  }
  return ways;
}

function isCommon(word: string): boolean {
  return TEXT_LANGUAGES.some((language) => COMMON_WORDS[language].has(word));
}

function phrases(): ReadonlyMap<string, Phrase> {
  const kinds = { orders: 'order', words: 'word', again: 'again', toUs: 'to-us' } as const;
  const known = new Map<string, Phrase>();
  for (const [list, kind] of Object.entries(kinds) as [keyof typeof kinds, Kind][])
    for (const { said, language } of allOf(list)) {
      const key = wordsOf(said).join(' ');
      if (!known.has(key)) known.set(key, { kind, language });
    }
  return known;
}

function allOf(list: keyof SilencePhrases): readonly { readonly said: string; readonly language: ConsentLanguage }[] {
  return CONSENT_LANGUAGES.flatMap((language) =>
    SILENCE_PHRASES[language][list].split('|').map((said) => ({ said, language })),
  );
}

function wordsOf(text: string): readonly string[] {
  const lower = text.toLowerCase().replace(APOSTROPHES, '');
  if (PLAIN.test(lower)) return lower.split(NO_LETTER).filter((word) => word !== '');
  const plain = lower.normalize('NFKD').toLowerCase().replace(ACCENTS, '').normalize('NFC');
  return plain.split(NO_WORD).filter((word) => word !== '');
}
