import { areAkin, contentWords, namesAndNumbers } from '../extraction/words.js';
import type { MemoryFact } from '../facts/memory-fact.js';
import { plainWords } from '../relationship/plain-words.js';

/** The facts that say the same as an older one. */
export interface SameFacts {
  readonly kept: string;
  readonly others: readonly string[];
}

/** What reflection finds in the memories of one scope. */
export interface Reflection {
  readonly same: readonly SameFacts[];
  /** Ids of memories that matter more than they were held to, by how much they matter. */
  readonly promoted: ReadonlyMap<number, readonly string[]>;
}

/** Share of their words that two memories have in common to be one: not below "has two cats" and "has two black cats". */
const SAME = 0.75;
/** Words that make a statement stronger, and not another one. */
const STRESS = new Set('mucho mucha muchisimo bastante tanto quite so'.split(' '));
/** What was said so often matters at least so much, 1-10. */
const REINFORCED: readonly (readonly [times: number, importance: number])[] = [
  [12, 9],
  [8, 8],
  [5, 7],
  [3, 6],
];
const NEGATION =
  /\b(?:not|no|never|none|without|isn't|doesn't|don't|didn't|can't|cannot|won't|wasn't|stopped|quit|anymore|hates?|dislikes?|nunca|jamas|ni|sin|tampoco|ya no|dejo|odia)\b/g;

/** What to do with the active memories of one scope. The same memories after it was done: nothing more. */
export function reflectOn(facts: readonly MemoryFact[]): Reflection {
  const same = sameFacts(facts);
  const gone = new Set(same.flatMap(({ others }) => others));
  const counts = new Map(same.map(({ kept, others }) => [kept, others] as const));
  const times = new Map(facts.map(({ id, reinforcementCount }) => [id, reinforcementCount]));
  const promoted = new Map<number, string[]>();
  for (const { id, importance } of facts.filter((fact) => !gone.has(fact.id))) {
    const said = [id, ...(counts.get(id) ?? [])].reduce((sum, one) => sum + (times.get(one) ?? 0), 0);
    const least = REINFORCED.find(([often]) => said >= often)?.[1] ?? 0;
    if (least > importance) promoted.set(least, [...(promoted.get(least) ?? []), id]);
  }
  return { same, promoted };
}

/** Each that says the same as an older one goes to the oldest such. */
function sameFacts(facts: readonly MemoryFact[]): SameFacts[] {
  const oldestFirst = facts.toSorted(
    (a, b) => a.firstMentionedAt.getTime() - b.firstMentionedAt.getTime() || (a.id < b.id ? -1 : 1),
  );
  const kept: { readonly wording: Wording; readonly others: string[] }[] = [];
  for (const wording of oldestFirst.map(wordingOf)) {
    const older = kept.find((one) => saysTheSame(one.wording, wording));
    if (older) older.others.push(wording.fact.id);
    else kept.push({ wording, others: [] });
  }
  return kept
    .filter(({ others }) => others.length > 0)
    .map(({ wording, others }) => ({ kept: wording.fact.id, others }));
}

interface Wording {
  readonly fact: MemoryFact;
  readonly words: readonly string[];
  /** Names and numbers. */
  readonly particulars: readonly string[];
  readonly negated: boolean;
}

function wordingOf(fact: MemoryFact): Wording {
  const { text } = fact;
  const distinct = (words: readonly string[]) => [...new Set(words)];
  return {
    fact,
    words: distinct(contentWords(text)).filter((word) => !STRESS.has(word)),
    particulars: distinct(namesAndNumbers(text)),
    negated: (plainWords(text).match(NEGATION)?.length ?? 0) % 2 === 1,
  };
}

/** Whether two memories are one in other words. Another number, name, date or a "not" makes them two. */
function saysTheSame(one: Wording, other: Wording): boolean {
  const [a, b] = [one.fact, other.fact];
  if (one.negated !== other.negated || !sameDay(a.validFrom, b.validFrom)) return false;
  if (a.topic !== null && b.topic !== null ? a.topic !== b.topic : a.category !== b.category) return false;
  return sameWords(one.particulars, other.particulars, 1) && sameWords(one.words, other.words, SAME);
}

function sameWords(first: readonly string[], second: readonly string[], share: number): boolean {
  if (first.length === 0 || second.length === 0) return first.length === second.length;
  const shared = first.filter((word) => second.some((rival) => areAkin(word, rival))).length;
  const sharedBack = second.filter((word) => first.some((rival) => areAkin(word, rival))).length;
  return Math.min(shared / first.length, sharedBack / second.length) >= share;
}

function sameDay(one: Date | null, other: Date | null): boolean {
  return one === null || other === null || one.toISOString().slice(0, 10) === other.toISOString().slice(0, 10);
}
