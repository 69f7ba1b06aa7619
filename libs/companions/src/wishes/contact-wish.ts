import { clockReader, earliestMinute, latestMinute, type ClockTime } from './clock-time.js';
import { CLOSING, OPENING } from './courtesy.js';
import { ALL_OF_PART, CORE_OF_PART, DAY_PARTS, type DayPart, type Stretch } from './day-part.js';
import { foldedText, type FoldedText } from './folded-text.js';
import { hoursBetween } from './hours-between.js';
import { ARABIC } from './languages/arabic.js';
import { CHINESE } from './languages/chinese.js';
import { ENGLISH } from './languages/english.js';
import { FRENCH } from './languages/french.js';
import { GERMAN } from './languages/german.js';
import { HINDI } from './languages/hindi.js';
import { ITALIAN } from './languages/italian.js';
import { JAPANESE } from './languages/japanese.js';
import { PORTUGUESE } from './languages/portuguese.js';
import { RUSSIAN } from './languages/russian.js';
import { SPANISH } from './languages/spanish.js';
import { withoutTagQuestion } from './tag-question.js';
import type { DuringPatterns, WishLanguage, WishPatterns } from './wish-patterns.js';
import { zoneOfPlace } from './zone-of-place.js';

/** How a person wants to be written to, in the language in which they said it. */
export type ContactWish = { readonly language: WishLanguage } & (
  | { readonly kind: 'less' | 'more' | 'off' | 'on' }
  /** In minutes of their day, 0-1439. */
  | { readonly kind: 'not-before' | 'not-after'; readonly minutes: number }
  /** Not, or only, at a part of their day. */
  | ({ readonly kind: 'not-during' | 'only-during'; readonly bare: boolean } & Stretch)
  /** About when to write, but nothing that can be kept: "only on weekends". What is `bare` may be talk, unless a wish came right before. */
  | { readonly kind: 'unclear'; readonly bare: boolean }
  /** An IANA name. */
  | { readonly kind: 'zone'; readonly zone: string }
  /** In their own words. */
  | { readonly kind: 'avoid'; readonly topic: string }
);

/** Longer messages say more than a wish; a letter may become a sentence when it is folded. */
const LONGEST = 160;
const LONGEST_TOPIC = 60;
/** Nobody is kinder than that; each takes a look at every pattern. */
const MOST_OPENINGS = 4;

const STRETCH = String.raw`[^,;:?¿!\n、。،]`;
const TIME = String.raw`[\p{L}\p{M}\p{N}:.' -]{1,40}?`;
const STRETCHES = {
  time: `(?<time>${TIME})`,
  until: `(?<until>${TIME})`,
  place: String.raw`(?<place>${STRETCH}{2,40}?)`,
  topic: String.raw`(?<topic>${STRETCH}{1,${LONGEST_TOPIC}}?)`,
};
/** A second clause makes it talk. */
const SECOND_CLAUSE =
  /\s(?:and|but|because|if|when|until|y|pero|porque|mas|mais|parce|und|aber|weil|ma|perché|и|но|потому|لكن|लेकिन)\s/iu;

const OPENING_ONCE = new RegExp(`^${folded(OPENING)}`, 'iu');

const LANGUAGES = [
  ...[ENGLISH, SPANISH, PORTUGUESE, FRENCH, GERMAN, ITALIAN, RUSSIAN, CHINESE, JAPANESE, ARABIC, HINDI].map(compiled),
];

/**
 * What a whole message says about how its person wants to be written to; null for everything else. A question, a second clause, or words around it
 * make it talk, and a lone "stop" is a STOP.
 */
export function contactWish(text: string): ContactWish | null {
  const wish = wholeWish(text);
  if (wish) return wish;
  const hours = hoursBetween(text, wholeWish);
  return hours && { kind: 'only-during', bare: false, ...hours };
}

function wholeWish(text: string): ContactWish | null {
  if (text.length > LONGEST) return null;
  const told = withoutTagQuestion(text);
  if (/[?？¿؟]/.test(told)) return null;
  const read = foldedText(told.replace(/^[\s¡]+/, ''));
  if (read.folded.length > LONGEST) return null;
  for (const part of withoutOpenings(read, MOST_OPENINGS)) {
    for (const { language, rules } of LANGUAGES) {
      for (const { pattern, wishOf } of rules) {
        const match = pattern.exec(part.folded);
        const wish = match && wishOf(stretchesOf(match, part.said));
        if (wish) return { language, ...wish };
      }
    }
  }
  return null;
}

/** The text, and the text without what is said to be kind, one word after the other: some of those begin a wish, too. */
function* withoutOpenings({ said, folded }: FoldedText, most: number): Iterable<FoldedText> {
  yield { said, folded };
  const opening = most > 0 ? (OPENING_ONCE.exec(folded)?.[0].length ?? 0) : 0;
  if (opening > 0) yield* withoutOpenings({ said: said.slice(opening), folded: folded.slice(opening) }, most - 1);
}

function compiled({ language, clock, noTopic, during, ...patterns }: WishPatterns): Compiled {
  const clockTime = clockReader(foldedClock(clock));
  const time: TimeReader = (said) => clockTime(foldedText(said ?? '').folded);
  const nothing = new RegExp(`^(?:${foldedText(noTopic).folded})$`, 'iu');
  const rules = (of: readonly string[], wishOf: Rule['wishOf']): Rule[] =>
    of.map((pattern) => ({ pattern: whole(pattern), wishOf }));
  return {
    language,
    rules: [
      ...rules(patterns.less, () => ({ kind: 'less' })),
      ...rules(patterns.more, () => ({ kind: 'more' })),
      ...rules(patterns.off, () => ({ kind: 'off' })),
      ...rules(patterns.on, () => ({ kind: 'on' })),
      ...rules(patterns.notBefore, (named) => atTime('not-before', time(named.time))),
      ...rules(patterns.notAfter, (named) => atTime('not-after', time(named.time))),
      ...rules(patterns.zone, ({ place }) => inZone(place)),
      ...rules(patterns.avoid, ({ topic }) => without(topic, nothing)),
      ...duringRules(during, time),
    ],
  };
}

function duringRules({ parts, between, unkept, ...said }: DuringPatterns, time: TimeReader): Rule[] {
  const named = DAY_PARTS.flatMap((part) => (parts[part] === undefined ? [] : [`(?<${part}>${parts[part]})`]));
  const when = `(?:${[...named, between, unkept].join('|')})`;
  const rules = (of: readonly string[], kind: 'not-during' | 'only-during', bare: boolean): Rule[] =>
    of.map((pattern) => ({
      pattern: whole(pattern.replace('{when}', when)),
      wishOf: (stretches) => duringOf(kind, bare, stretches, time),
    }));
  return [
    ...rules(said.not, 'not-during', false),
    ...rules(said.only, 'only-during', false),
    ...rules(said.notBare, 'not-during', true),
    ...rules(said.onlyBare, 'only-during', true),
  ];
}

function duringOf(
  kind: 'not-during' | 'only-during',
  bare: boolean,
  named: Stretches,
  time: TimeReader,
): Wished | null {
  const part = DAY_PARTS.find((each) => named[each] !== undefined);
  if (part !== undefined) return { kind, bare, ...(kind === 'not-during' ? ALL_OF_PART : CORE_OF_PART)[part] };
  if (named.time === undefined) return { kind: 'unclear', bare };
  const [from, until] = [time(named.time), time(named.until)];
  if (from === null || until === null) return null;
  const between = { from: earliestMinute(from), until: latestMinute(until) };
  return between.from === between.until ? null : { kind, bare, ...between };
}

function atTime(kind: 'not-before' | 'not-after', time: ClockTime | null): Wished | null {
  if (time === null) return null;
  return { kind, minutes: kind === 'not-before' ? earliestMinute(time) : latestMinute(time) };
}

function inZone(place: string | undefined): Wished | null {
  const zone = place === undefined ? null : zoneOfPlace(place);
  return zone === null ? null : { kind: 'zone', zone };
}

function without(topic: string | undefined, nothing: RegExp): Wished | null {
  const named = topic?.trim() ?? '';
  if (named === '' || nothing.test(foldedText(named).folded) || SECOND_CLAUSE.test(` ${named} `)) return null;
  return { kind: 'avoid', topic: named };
}

function whole(pattern: string): RegExp {
  const filled = pattern.replaceAll(
    /\{(time|until|place|topic)\}/g,
    (_, name: keyof typeof STRETCHES) => STRETCHES[name],
  );
  return new RegExp(`^(?:${folded(filled)})${folded(CLOSING)}$`, 'diu');
}

/** What was named, as it was said. */
function stretchesOf(match: RegExpExecArray, said: string): Stretches {
  const named = Object.entries(match.indices?.groups ?? {}) as [string, [number, number] | undefined][];
  return Object.fromEntries(named.map(([name, place]) => [name, place && said.slice(...place).trim()]));
}

function foldedClock(clock: WishPatterns['clock']): WishPatterns['clock'] {
  const entries = Object.entries(clock).map(([name, words]: [string, string | readonly string[]]) => [
    name,
    typeof words === 'string' ? folded(words) : words.map(folded),
  ]);
  return Object.fromEntries(entries) as WishPatterns['clock'];
}

/** Patterns are compared with folded text: `\p{L}` and the like are ASCII and stay. */
function folded(pattern: string): string {
  return Array.from(pattern, (letter) => (letter === ' ' ? letter : foldedText(letter).folded)).join('');
}

/** Without its language. */
type Wished = ContactWish extends infer Wish ? (Wish extends ContactWish ? Omit<Wish, 'language'> : never) : never;
type Stretches = Readonly<Partial<Record<keyof typeof STRETCHES | DayPart, string>>>;
/** Null for what is no time. */
type TimeReader = (said: string | undefined) => ClockTime | null;

interface Rule {
  readonly pattern: RegExp;
  readonly wishOf: (named: Stretches) => Wished | null;
}

interface Compiled {
  readonly language: WishLanguage;
  readonly rules: readonly Rule[];
}
