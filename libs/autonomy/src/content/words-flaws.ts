import { claimsOf, likeness, safetyFlaws, shapeFlaws, writtenLanguage } from '#companions';

/** What a message is compared with. */
export interface WordsAround {
  /** In which it must be written. */
  readonly language: string;
  /** What we said there lately. */
  readonly ours: readonly string[];
  /** What others said there lately. */
  readonly theirs: readonly string[];
  /** In characters. */
  readonly maxLength: number;
}

const SHORTEST = 2;
const MOST_LINES = 2;
/** From here on, of 0-1, two texts say the same. */
const ALIKE = 0.6;
/** From here on one is the other's echo; short ones are often alike. */
const ECHO = 0.8;
const LONG_ENOUGH = 15;

/** What keeps a text from being said in a group that did not ask for it; none when it may be. Never any of its words. */
export function wordsFlaws(text: string, { language, ours, theirs, maxLength }: WordsAround): readonly string[] {
  const length = Array.from(text).length;
  if (length < SHORTEST || length > maxLength) return ['length'];
  const { harm, unsafe } = safetyFlaws(text);
  const isEcho = length >= LONG_ENOUGH && theirs.some((one) => likeness(one, text) >= ECHO);
  return [
    ...shapeFlaws(text, MOST_LINES),
    ...when('language', writtenLanguage(text, language) !== language),
    ...when(
      'said-before',
      ours.some((one) => likeness(one, text) >= ALIKE),
    ),
    ...when('echo', isEcho),
    ...when('promise', claimsOf(text).promises),
    ...when('harm', harm !== null),
    ...when('unsafe', unsafe),
  ];
}

function when(flaw: string, is: boolean): string[] {
  return is ? [flaw] : [];
}
