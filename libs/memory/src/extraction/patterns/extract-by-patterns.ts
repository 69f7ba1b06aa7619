import type { ProposedOperation } from '../extraction-output.js';
import { clauses, sentences } from '../grounding.js';
import { ownWords } from '../own-words.js';
import type { ToldMessage, ToldStretch } from '../told-stretch.js';
import { areAkin, contentWords } from '../words.js';
import { ENGLISH } from './english.js';
import type { Ending, Pattern } from './pattern.js';
import { SPANISH } from './spanish.js';
import { timeWords } from './time-words.js';

const LANGUAGES = [ENGLISH, SPANISH];
const ENDINGS = LANGUAGES.flatMap(({ endings }) => endings);
/** What a pattern finds is what was said, but a pattern knows no context. */
const CONFIDENCE = 0.8;

/** How a correction leads to what was meant: "I meant that she is called Lola". */
const PUT_BY =
  /^(?:(?:that|que) )?(?:(?:(?:it|he|she)(?:['’]s| is| was)|(?:they|we)(?:['’]re| are)) (?:called |named )?|(?:is |are )?(?:called|named) |(?:se )?llaman? |(?:es|son|era|está) )?/iu;
const NAMED_BY = /(?<!\p{L})(?:called|named|llaman?)(?!\p{L})/iu;
const PREPOSITION = /^(?:in|at|to|near|as|for|en|de|a|como|para) /iu;
/** What tells something of its own corrects nothing. */
const IS_STATEMENT =
  /^(?:i|i['’]\p{L}+|my|we|our|you|he|she|they|it|that|que|yo|mi|mis|me|no|not)(?!\p{L})|(?<!\p{L})(?:is|are|am|was|were|has|have|had|do|does|did|can|will|would|\p{L}+n['’]t|lives?|lived|works?|worked|likes?|liked|loves?|loved|hates?|wants?|said|says|went|goes|es|son|era|está|estoy|soy|tengo|tiene|tenía|vivo|vive|trabajo|trabaja|gustan?|encantan?|quiero|quiere|llamo|llaman?|dije|dijo)(?!\p{L})/iu;

/** What the messages tell by the words people use for it, in English and Spanish. Proposals like a model's, and checked like them. */
export function extractByPatterns(stretch: ToldStretch): ProposedOperation[] {
  let found: Found[] = [];
  for (const message of stretch.messages) {
    if (message.number === null || message.contactId === null) continue;
    const { contactId, number } = message;
    for (const part of sentences(ownWords(message.text)).flatMap(partsOf)) {
      const earlier = found.filter((one) => one.contactId === contactId);
      const ended = endingIn(part, stretch, message, earlier);
      found = found.filter((one) => !ended.undone.includes(one));
      const last = earlier.findLast((one) => one.told !== undefined && !ended.undone.includes(one))?.told;
      const told = toldIn(ended.rest);
      for (const one of told.length > 0 ? told : corrected(ended.rest, last))
        found.push({ contactId, told: one, operation: { ...one.operation, message: number } });
      if (ended.operation) found.push({ contactId, operation: { ...ended.operation, message: number } });
    }
  }
  return found.map(({ operation }) => operation);
}

interface Found {
  readonly contactId: string;
  readonly operation: ProposedOperation;
  /** Undefined for what is over. */
  readonly told?: Told;
}

interface Told {
  readonly operation: Omit<ProposedOperation, 'message'>;
  readonly pattern: Pattern;
  readonly groups: Groups;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** A sentence that tells of an end is read clause by clause: the next one may tell what is true now. */
function partsOf(sentence: string): string[] {
  const parts = ENDINGS.some(({ finds }) => finds.test(sentence)) ? clauses(sentence) : [];
  return parts.some((part) => ENDINGS.some(({ finds }) => finds.test(part))) ? parts : [sentence];
}

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
    const meant = correction.exec(sentence)?.groups?.value;
    if (meant === undefined) continue;
    const time = timeWords(sentence);
    const pattern = { ...last.pattern, single: true };
    if (pattern.timed) {
      // Its own words are the time alone: they stand in the text, and are made a date of.
      return time === '' ? [] : [toldBy({ ...pattern, text: `${pattern.text} ${time}` }, last.groups, time)];
    }
    const groups = correctedGroups(meant, last);
    return groups && areNames(pattern, groups) ? [toldBy(pattern, groups, time)] : [];
  }
  return [];
}

/** What was found last, with what was meant: the name where it is called so, else the value. Undefined for a statement of its own. */
function correctedGroups(meant: string, { pattern, groups }: Told): Groups | undefined {
  const plain = meant.replace(PUT_BY, '');
  // "Lives in Rome", "I meant Milan": in Milan.
  const place = PREPOSITION.test(plain) ? '' : (PREPOSITION.exec(groups.value ?? '')?.[0] ?? '');
  const value = `${place}${plain}`;
  if (IS_STATEMENT.test(plain) || contentWords(plain).length === 0) return undefined;
  const isNamed = 'name' in groups && !('value' in groups);
  if (NAMED_BY.test(meant) && !isNamed && pattern.key !== 'name') return undefined;
  return { ...groups, value, turned: undefined, ...(isNamed && { name: value }) };
}

interface Ended {
  /** What ends a memory. */
  readonly operation?: Omit<ProposedOperation, 'message'>;
  /** What was told before in the same stretch, and is over. */
  readonly undone: readonly Found[];
  /** What the part says besides. */
  readonly rest: string;
}

function endingIn(part: string, stretch: ToldStretch, message: ToldMessage, earlier: readonly Found[]): Ended {
  for (const ending of ENDINGS) {
    const match = ending.finds.exec(part);
    if (!match) continue;
    const groups = match.groups ?? {};
    const memory = targetOf(ending, groups, stretch, message);
    const undone = earlier.filter(({ told, operation }) => told && isEnded(operation.text, ending, groups));
    if (memory === undefined && undone.length === 0) continue;
    const rest = part.replace(match[0], ' ');
    if (memory === undefined) return { undone, rest };
    const text = fill(ending.text, groups);
    const until = timeWords(part);
    const operation = {
      ...{ op: 'close', memory, text, about: 'writer', category: 'other', key: '', single: false },
      ...{ confidence: CONFIDENCE, importance: 5, from: '', until },
    };
    return { operation, undone, rest };
  }
  return { undone: [], rest: part };
}

/** The memory that is over: of the same person, of that kind, and about the same thing when one is named. */
function targetOf(
  ending: Ending,
  groups: Groups,
  { memories }: ToldStretch,
  { contactId }: ToldMessage,
): number | undefined {
  return memories.find(({ fact }) => fact.contactId === contactId && isEnded(fact.text, ending, groups))?.number;
}

function isEnded(text: string, { ends }: Ending, { value, gone }: Groups): boolean {
  if (!ends.test(text)) return false;
  const thing = value ?? gone;
  if (thing === undefined) return true;
  const words = contentWords(text);
  return contentWords(thing).some((word) => words.some((other) => areAkin(word, other)));
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
