import { allWords, areAkin, areSameName, contentWords, namesAndNumbers } from './words.js';

/** Less of a statement's meaning in what was said, and it is made up; one word of the model's own is let pass. */
const LEAST_SHARE = 0.75;
const LEAST_SHARE_BUT_ONE = 0.6;

/**
 * Whether a statement says what was said. At least one of its words must be in `said` (what the person wrote), most of them in it or in what
 * stands around it, and no name and no number may be new.
 */
export function isGrounded(text: string, said: string, around: string): boolean {
  const own = allWords(said);
  const all = [...own, ...allWords(around)];
  const has = (words: readonly string[], word: string): boolean => words.some((other) => areAkin(word, other));
  if (!namesAndNumbers(text).every((name) => all.some((other) => areSameName(name, other)))) return false;
  const meaning = contentWords(text);
  // Only empty words: "works", "lives": there is nothing to remember.
  if (meaning.length === 0) return false;
  const found = meaning.filter((word) => has(all, word));
  return meaning.some((word) => has(own, word)) && isEnough(found.length, meaning.length);
}

function isEnough(found: number, all: number): boolean {
  return found / all >= (all - found <= 1 ? LEAST_SHARE_BUT_ONE : LEAST_SHARE);
}

/** What may follow "and" where it begins a clause: who it is about, or a denial ("and hate coriander"). */
const EN_BEGINS = String.raw`(?:(?:now|then|also) )?(?:i|my|we|it|he|she|hates?|dislikes?|detests?|loathes?|avoids?|never|no longer|not|don['’]?t|do not|can['’]?t|cannot)(?!\p{L})`;
const ES_BEGINS = String.raw`(?:(?:ahora|también|ya) )?(?:yo|me|mi|no|nunca|soy|tengo|vivo|trabajo|estudio|odio|detesto|evito)(?!\p{L})`;
/** Where one clause ends and another begins, in English and Spanish. */
const CLAUSES = new RegExp(
  String.raw`[,;:()]|\s[-–—]\s|(?<!\p{L})(?:(?:but|because|since|although|though|pero|porque|aunque|así que)(?!\p{L})|and (?=${EN_BEGINS})|so (?=(?:i|my|we)(?!\p{L}))|y (?=${ES_BEGINS}))`,
  'iu',
);

/** The part of what was said that a statement comes from: the one that shares most words with it. */
export function sentenceOf(text: string, said: string): string {
  return bestOf(contentWords(text), sentences(said)) ?? said;
}

/** The part of a sentence that it comes from. */
export function clauseOf(text: string, sentence: string): string {
  return bestOf(contentWords(text), clauses(sentence)) ?? sentence;
}

/** The clauses of a sentence, as far as commas and conjunctions tell them apart. */
export function clauses(sentence: string): string[] {
  return sentence.split(CLAUSES).filter((part) => part.trim() !== '');
}

/** The sentences of a message. Lines are sentences too. */
export function sentences(said: string): string[] {
  return said.split(/(?<=[.!?…])\s+|\n+/).filter((part) => part.trim() !== '');
}

function bestOf(meaning: readonly string[], parts: readonly string[]): string | undefined {
  const shared = (part: string): number => {
    const words = allWords(part);
    return meaning.filter((word) => words.some((other) => areAkin(word, other))).length;
  };
  return parts.toSorted((one, other) => shared(other) - shared(one))[0];
}
