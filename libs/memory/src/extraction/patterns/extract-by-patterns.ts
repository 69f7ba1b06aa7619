import type { ProposedOperation } from '../extraction-output.js';
import { sentences } from '../grounding.js';
import { ownWords } from '../own-words.js';
import type { ToldMessage, ToldStretch } from '../told-stretch.js';
import { areAkin, contentWords } from '../words.js';
import { ENGLISH } from './english.js';
import type { Ending, Pattern } from './pattern.js';
import { SPANISH } from './spanish.js';
import { timeWords } from './time-words.js';

const LANGUAGES = [ENGLISH, SPANISH];
/** What a pattern finds is what was said, but a pattern knows no context. */
const CONFIDENCE = 0.8;

/** What the messages tell by the words people use for it, in English and Spanish. Proposals like a model's, and checked like them. */
export function extractByPatterns(stretch: ToldStretch): ProposedOperation[] {
  const found: ProposedOperation[] = [];
  const last = new Map<string, Told>();
  for (const message of stretch.messages) {
    if (message.number === null || message.contactId === null) continue;
    const { contactId, number } = message;
    for (const sentence of sentences(ownWords(message.text))) {
      const ended = endingIn(sentence, stretch, message);
      if (ended) found.push({ ...ended, message: number });
      const told = ended ? [] : [...toldIn(sentence), ...corrected(sentence, last.get(contactId))];
      for (const one of told) {
        found.push({ ...one.operation, message: number });
        last.set(contactId, one);
      }
    }
  }
  return found;
}

interface Told {
  readonly operation: Omit<ProposedOperation, 'message'>;
  readonly pattern: Pattern;
  readonly groups: Groups;
}

type Groups = Readonly<Record<string, string | undefined>>;

function toldIn(sentence: string): Told[] {
  const found = new Map<string, Told>();
  for (const pattern of LANGUAGES.flatMap(({ patterns }) => patterns)) {
    const groups = pattern.finds.exec(sentence)?.groups;
    const time = timeWords(sentence);
    if (!groups || !areNames(pattern, groups) || (pattern.timed && time === '')) continue;
    const told = toldBy(pattern, groups, time);
    if (!found.has(told.operation.key)) found.set(told.operation.key, told);
  }
  return [...found.values()];
}

/** Patterns are read in any case, so that sentences may begin in them; names are not. */
function areNames({ key }: Pattern, { name, value }: Groups): boolean {
  const proper = key === 'name' ? value : name;
  return proper === undefined || /^\p{Lu}/u.test(proper);
}

function toldBy(pattern: Pattern, groups: Groups, time: string): Told {
  const filled = { ...groups, value: withoutTime(groups.value ?? '', pattern.timed ? time : '') };
  const since = pattern.timed || /^(?:since|desde)\b/iu.test(time) ? time : '';
  return {
    pattern,
    groups,
    operation: {
      op: 'add',
      memory: null,
      text: fill(pattern.text, filled),
      about: pattern.category === 'relationship' ? 'other' : 'writer',
      category: pattern.category,
      key: fill(pattern.key, filled).toLowerCase(),
      single: pattern.single ?? false,
      confidence: CONFIDENCE,
      importance: pattern.importance ?? 5,
      from: since,
      until: '',
    },
  };
}

/** "No, I meant Tuesday": what was told last, with the other value, or at the other time. */
function corrected(sentence: string, last: Told | undefined): Told[] {
  if (!last) return [];
  for (const correction of LANGUAGES.flatMap(({ corrections }) => corrections)) {
    const value = correction.exec(sentence)?.groups?.value;
    if (value === undefined) continue;
    const time = timeWords(sentence);
    const pattern = { ...last.pattern, single: true };
    if (!pattern.timed) return [toldBy(pattern, { ...last.groups, value, name: value, turned: undefined }, time)];
    // Its own words are the time alone: they stand in the text, and are made a date of.
    return time === '' ? [] : [toldBy({ ...pattern, text: `${pattern.text} ${time}` }, last.groups, time)];
  }
  return [];
}

function endingIn(
  sentence: string,
  stretch: ToldStretch,
  message: ToldMessage,
): Omit<ProposedOperation, 'message'> | undefined {
  for (const ending of LANGUAGES.flatMap(({ endings }) => endings)) {
    const groups = ending.finds.exec(sentence)?.groups ?? (ending.finds.test(sentence) ? {} : undefined);
    const memory = groups && targetOf(ending, groups, stretch, message);
    if (!groups || memory === undefined) continue;
    const text = fill(ending.text, groups);
    const until = timeWords(sentence);
    return {
      ...{ op: 'close', memory, text, about: 'writer', category: 'other', key: '', single: false },
      ...{ confidence: CONFIDENCE, importance: 5, from: '', until },
    };
  }
  return undefined;
}

/** The memory that is over: of the same person, of that kind, and about the same thing when one is named. */
function targetOf(
  { ends }: Ending,
  groups: Groups,
  { memories }: ToldStretch,
  { contactId }: ToldMessage,
): number | undefined {
  const named = contentWords(groups.value ?? groups.gone ?? '');
  return memories.find(({ fact }) => {
    if (fact.contactId !== contactId || !ends.test(fact.text)) return false;
    const words = contentWords(fact.text);
    return named.length === 0 || named.some((word) => words.some((other) => areAkin(word, other)));
  })?.number;
}

function withoutTime(value: string, time: string): string {
  return time === ''
    ? value.trim()
    : value
        .replace(time, '')
        .replace(/\s+(?:on|at|in|el|la|en)\s*$/iu, '')
        .trim();
}

/** "{value}" is what was found, "{Value}" with a capital; "{ called name}" is left out where there is no name. */
function fill(template: string, groups: Groups): string {
  return template
    .replaceAll(/\{ ([^{}]*?)(\w+)\}/g, (_, words: string, name: string) =>
      groups[name] ? ` ${words}${groups[name]}` : '',
    )
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = groups[name.charAt(0).toLowerCase() + name.slice(1)]?.trim() ?? '';
      return /^\p{Lu}/u.test(name) ? value.charAt(0).toLocaleUpperCase() + value.slice(1) : value;
    })
    .replaceAll(/\s+/g, ' ')
    .trim();
}
