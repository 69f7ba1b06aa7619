import { DateTime } from 'luxon';

import { cleanText } from '#kernel';
import { promptText } from '#llm';

import type { MemoryCategory } from '../facts/memory-category.js';
import { MEMORY_CATEGORIES } from '../facts/memory-category.js';
import type { MemoryFact } from '../facts/memory-fact.js';
import { MEMORY_OPERATIONS, type MemoryOperation, type MemoryOperationKind } from '../facts/memory-operation.js';
import type { ProposedOperation } from './extraction-output.js';
import { clauseOf, isGrounded, sentenceOf } from './grounding.js';
import { isInstructionLike } from './instruction-like.js';
import { ownWords } from './own-words.js';
import { holdsSecret } from './secrets.js';
import * as signs from './speech-signs.js';
import type { ToldMessage, ToldStretch } from './told-stretch.js';
import { allWords, areAkin } from './words.js';
import { timeMeant, type MeantTime, type SaidWhen } from './when-said.js';

const LONGEST_TEXT = 240;
const LONGEST_KEY = 60;
/** What somebody is not sure of themselves is not more certain to us. */
const HEDGED = 0.6;
/** So many messages before and after the cited one may hold a name that it leaves out. */
const AROUND = 3;
const ENDING =
  /\b(?:any ?more|any longer|no longer|not .{0,30}\bany|used to|quit|left|leaving|resigned|retired|fired|laid off|broke up|split up|divorced|separated|sold|died|passed away|moved (?:out|away)|gave up|stopped|cancel+ed|called off|finished|ended|over|done with|gone|lost|graduated|dropped out|ya no|dej[ée]|deja|lo dejamos|hemos roto|rompimos|cort[ée]|cortamos|me divorci|me separ|vend[íi]|muri|falleci|me fui|renunci|me despid|me jubil|termin|acab|cancel|se acab)/iu;

/** Why something that was proposed is not remembered. */
export type Rejection =
  | 'no-such-message'
  | 'empty'
  | 'not-grounded'
  | 'turned-around'
  | 'secret'
  | 'sarcasm'
  | 'question'
  | 'hypothetical'
  | 'reported'
  | 'other-person'
  | 'no-target';

/** What of a proposal may be remembered: of each contact, and what was turned down and why. */
export interface ReadExtraction {
  readonly operations: ReadonlyMap<string, readonly MemoryOperation[]>;
  readonly rejected: readonly Rejection[];
}

/**
 * Checks what was proposed against what was said. Nothing that is proposed is believed: it must cite a message of a contact, say what stands
 * there, and be told there as a fact of the one who wrote it.
 */
export function readExtraction(
  proposed: readonly ProposedOperation[],
  stretch: ToldStretch,
  zone: string,
): ReadExtraction {
  const operations = new Map<string, MemoryOperation[]>();
  const rejected: Rejection[] = [];
  for (const one of proposed) {
    const at = stretch.messages.findIndex(({ number }) => number !== null && number === one.message);
    const message = stretch.messages[at];
    if (!message?.contactId) rejected.push('no-such-message');
    else {
      const read = readOne(one, { stretch, at, message, zone });
      if (typeof read === 'string') rejected.push(read);
      else operations.set(message.contactId, [...(operations.get(message.contactId) ?? []), read]);
    }
  }
  return { operations, rejected };
}

interface Cited {
  readonly stretch: ToldStretch;
  readonly at: number;
  readonly message: ToldMessage;
  readonly zone: string;
}

function readOne(one: ProposedOperation, cited: Cited): MemoryOperation | Rejection {
  const { message, stretch, zone } = cited;
  const text = oneLine(one.text, LONGEST_TEXT);
  if (text === '') return 'empty';
  const said = ownWords(promptText(message.text));
  const target = targetOf(one, cited);
  const kind = kindOf(one.op);
  if (kind === 'close' && !target) return 'no-target';
  const sentence = sentenceOf(text, said);
  if (holdsSecret(text) || holdsSecret(sentence)) return 'secret';
  const ends = kind === 'close' && ENDING.test(said);
  const around = [...neighbours(cited), ...(target ? [target.text] : [])].join('\n');
  if (!isGrounded(text, said, around) && !ends) return 'not-grounded';
  // An order is no fact, whatever it is wrapped in: it is held, so that the operator sees it.
  const instructionLike = isInstructionLike(text) || isInstructionLike(sentence);
  if (kind !== 'close' && !instructionLike && signs.isNegated(clauseOf(text, sentence)) !== signs.isNegated(text))
    return 'turned-around';
  const doubt = doubtOf(text, { sentence, said, later: laterWords(stretch, cited) });
  if (doubt && !instructionLike) return doubt;
  const about = signs.RELATION.test(text) || isAboutOthersOnly(sentence);
  const category = categoryOf(one.category);
  const when = { at: message.sentAt, zone, ahead: category === 'plan' };
  const time = { from: meant(one.from, said, when), until: meant(one.until, said, when) };
  const due = category === 'plan' && kind !== 'close' ? (time.from ?? time.until) : null;
  return {
    kind: target || kind === 'add' ? kind : 'add',
    ...(target && { target: target.id }),
    text: due ? dated(text, due, one.from || one.until, zone) : text,
    category: about && category === 'personal' ? 'relationship' : category,
    key: keyOf(one, about),
    single: one.single && !about,
    confidence: Math.min(clamp(one.confidence, 0, 1, 0.5), signs.isHedged(sentence) ? HEDGED : 1),
    importance: Math.round(clamp(one.importance, 1, 10, 3)),
    // A plan is true from when it is told until what was planned is over.
    validFrom: due ? null : (time.from?.at ?? null),
    validUntil: due?.ends ?? time.until?.at ?? null,
    messageIds: [message.id],
    saidAt: message.sentAt,
    instructionLike,
  };
}

interface Said {
  readonly sentence: string;
  readonly said: string;
  readonly later: string;
}

/** Why what was said is no fact of the one who said it. */
function doubtOf(text: string, { sentence, said, later }: Said): Rejection | null {
  if (signs.isInventedLiking(text, said)) return 'not-grounded';
  if (signs.isSarcastic(said) || signs.takesBack(later)) return 'sarcasm';
  if (signs.isQuestion(sentence)) return 'question';
  if (signs.isHypothetical(sentence) && !signs.isWish(text)) return 'hypothetical';
  if (signs.isReported(sentence)) return 'reported';
  const part = [sentence, clauseOf(text, sentence)].find(isAboutOthersOnly);
  if (part === undefined) return null;
  // Of another person: it must say of whom itself, or it would become the contact's own.
  return namesTheOther(text, part, sentence) ? null : 'other-person';
}

function namesTheOther(text: string, part: string, sentence: string): boolean {
  if (namesSomebody(text, sentence)) return true;
  const other = signs.otherOf(part);
  if (other === undefined) return signs.RELATION.test(text);
  return allWords(other).some((word) => allWords(text).some((told) => areAkin(word, told)));
}

function isAboutOthersOnly(part: string): boolean {
  return signs.isAboutAnother(part) && !signs.isAboutSelf(withoutRelations(part));
}

/** "my sister" is no word about oneself. */
function withoutRelations(sentence: string): string {
  return sentence.replace(
    new RegExp(String.raw`\b(?:my|our|mi|mis|nuestr[oa]s?)\s+(?:\p{Ll}+\s+)?${signs.RELATION.source}`, 'giu'),
    ' ',
  );
}

/** Whether the one whom a sentence begins with is named in the text. */
function namesSomebody(text: string, sentence: string): boolean {
  const name = /^\s*(\p{Lu}\p{Ll}{2,})/u.exec(sentence)?.[1];
  return name !== undefined && new RegExp(String.raw`(?<!\p{L})${name}(?!\p{L})`, 'iu').test(text);
}

function targetOf({ memory }: ProposedOperation, { stretch, message }: Cited): MemoryFact | undefined {
  const shown = stretch.memories.find(({ number }) => number === memory);
  return shown?.fact.contactId === message.contactId ? shown?.fact : undefined;
}

/** What stands beside the cited message: what it answers, and what its writer adds. */
function neighbours({ stretch, at, message }: Cited): string[] {
  return stretch.messages
    .slice(Math.max(0, at - AROUND), at + AROUND + 1)
    .filter((other) => other.id !== message.id && (other.contactId === null || other.contactId === message.contactId))
    .map((other) => (other.contactId === null ? promptText(other.text) : ownWords(promptText(other.text))));
}

/** What its writer says next: "just kidding". */
function laterWords({ messages }: ToldStretch, { at, message }: Cited): string {
  const next = messages.slice(at + 1, at + 4).find(({ contactId }) => contactId === message.contactId);
  return next ? next.text : '';
}

/** The time that copied words mean; null when they are not copied. */
function meant(words: string, said: string, when: SaidWhen): MeantTime | null {
  const copied = promptText(words).trim();
  if (copied === '' || !said.toLowerCase().includes(copied.toLowerCase())) return null;
  return timeMeant(copied, when);
}

/** The statement with the date itself: "tomorrow" is wrong the day after. */
function dated(text: string, { at, grain }: MeantTime, words: string, zone: string): string {
  const local = DateTime.fromJSDate(at, { zone });
  const date = local.toFormat(
    { hour: 'yyyy-MM-dd HH:mm', day: 'yyyy-MM-dd', month: 'yyyy-MM', season: 'yyyy-MM', year: 'yyyy' }[grain],
  );
  const place = text.toLowerCase().lastIndexOf(words.trim().toLowerCase());
  if (words.trim() === '' || place < 0) return text.includes(date) ? text : `${text} (${date})`;
  const [before, after] = [text.slice(0, place), text.slice(place + words.trim().length)];
  return `${before.replace(/\b(?:on|at|el|la)\s+$/iu, '').trimEnd()} (${date})${after}`.trim();
}

function kindOf(op: string): MemoryOperationKind {
  return MEMORY_OPERATIONS.find((kind) => kind === op) ?? 'add';
}

function categoryOf(category: string): MemoryCategory {
  return MEMORY_CATEGORIES.find((known) => known === category) ?? 'other';
}

/** A fact about another person has no key in common with the contact's own. */
function keyOf({ key }: ProposedOperation, aboutAnother: boolean): string | null {
  const text = oneLine(key, LONGEST_KEY).toLowerCase();
  if (text === '') return null;
  return aboutAnother ? `of another: ${text}` : text;
}

function oneLine(text: string, longest: number): string {
  return promptText(cleanText(text)).replaceAll(/\s+/g, ' ').trim().slice(0, longest).toWellFormed().trim();
}

function clamp(value: number, least: number, most: number, otherwise: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : otherwise;
}
