import type { Dialogue, DialogueQuestion } from './locomo.js';

const CUTS = [5, 10, 20] as const;

/** What became of one question. */
export interface Outcome {
  readonly dialogue: Dialogue;
  readonly question: DialogueQuestion;
  /** Ids of turns, the best first. */
  readonly found: readonly string[];
  /** Those within 1,500 tokens. */
  readonly withinBudget: readonly string[];
  readonly milliseconds: number;
}

export type RecallAt = Readonly<Record<'5' | '10' | '20', number>>;

/** Share of the evidence that is among the first of a list, 0-1, on average over the questions. */
export function recallOf(outcomes: readonly Outcome[]): RecallAt {
  return atEach((cut) => mean(outcomes, ({ question, found }) => shareOf(question.evidence, found.slice(0, cut))));
}

/** Share of the questions of which all evidence is there. */
export function allEvidence(outcomes: readonly Outcome[]): RecallAt {
  return atEach((cut) =>
    mean(outcomes, ({ question, found }) => Number(shareOf(question.evidence, found.slice(0, cut)) === 1)),
  );
}

export function recallWithin(outcomes: readonly Outcome[]): number {
  return rounded(mean(outcomes, ({ question, withinBudget }) => shareOf(question.evidence, withinBudget)));
}

export function recallByCategory(outcomes: readonly Outcome[]): Record<string, RecallAt> {
  const categories = [...new Set(outcomes.map(({ question }) => question.category))].sort();
  return Object.fromEntries(
    categories.map((category) => [
      category,
      recallOf(outcomes.filter(({ question }) => question.category === category)),
    ]),
  );
}

/** Of the sessions, ordered by the turns that were found in them: how often the first is one with evidence, and NDCG of the first five. */
export function sessionsOf(outcomes: readonly Outcome[]): { hit1: number; ndcg5: number } {
  const ranked = outcomes.map(({ question, found }) => ({
    relevant: new Set(question.evidence.map(sessionOf)),
    sessions: orderOfSessions(found),
  }));
  return {
    hit1: rounded(mean(ranked, ({ relevant, sessions }) => Number(relevant.has(sessions[0] ?? '')))),
    ndcg5: rounded(
      mean(ranked, ({ relevant, sessions }) => gain(sessions.slice(0, 5), relevant) / idealGain(relevant.size)),
    ),
  };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
}

export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function atEach(measure: (cut: number) => number): RecallAt {
  return Object.fromEntries(CUTS.map((cut) => [cut, rounded(measure(cut))])) as Record<'5' | '10' | '20', number>;
}

function shareOf(evidence: readonly string[], found: readonly string[]): number {
  return evidence.filter((id) => found.includes(id)).length / evidence.length;
}

/** A session is worth its turns, each by its rank: the first ones count most. */
function orderOfSessions(found: readonly string[]): string[] {
  const worth = new Map<string, number>();
  found.slice(0, 20).forEach((id, rank) => worth.set(sessionOf(id), (worth.get(sessionOf(id)) ?? 0) + 1 / (rank + 1)));
  return [...worth.keys()].sort((one, other) => (worth.get(other) ?? 0) - (worth.get(one) ?? 0));
}

function sessionOf(turnId: string): string {
  return turnId.split(':')[0] ?? '';
}

function gain(sessions: readonly string[], relevant: ReadonlySet<string>): number {
  return sessions.reduce((sum, session, rank) => sum + (relevant.has(session) ? 1 / Math.log2(rank + 2) : 0), 0);
}

function idealGain(relevant: number): number {
  return Array.from({ length: Math.min(5, relevant) }, (_, rank) => 1 / Math.log2(rank + 2)).reduce(
    (sum, one) => sum + one,
    0,
  );
}

function mean<T>(items: readonly T[], measure: (item: T) => number): number {
  return items.reduce((sum, item) => sum + measure(item), 0) / Math.max(1, items.length);
}
