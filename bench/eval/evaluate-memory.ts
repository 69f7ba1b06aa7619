import { Bm25, plainWords, stemmedWords } from './bm25.js';
import type { Dialogue } from './locomo.js';
import type { MemoryProgram, TakenIn } from './memory-program.js';
import {
  allEvidence,
  quantile,
  recallByCategory,
  recallOf,
  recallWithin,
  sessionsOf,
  type Outcome,
  type RecallAt,
} from './outcome.js';

const BUDGET_TOKENS = 1_500;
const CHARACTERS_PER_TOKEN = 4;
const TOKENS_AROUND = 4;

interface Scores {
  readonly recall: RecallAt;
  readonly recall_by_category: Record<string, RecallAt>;
  readonly all_evidence: RecallAt;
  readonly session: { readonly hit1: number; readonly ndcg5: number };
  readonly recall_1500_tokens: number;
}

export interface MemoryEvaluation extends Scores {
  readonly questions: number;
  readonly conversations: number;
  readonly turns: number;
  readonly search_ms: { readonly p50: number; readonly p95: number };
  readonly baselines: { readonly bm25: Scores; readonly bm25_stemmed: Scores };
}

export interface Evaluated {
  readonly evaluation: MemoryEvaluation;
  readonly taken: readonly TakenIn[];
  readonly outcomes: readonly Outcome[];
}

/** Takes the conversations in, asks every question, and does the same with BM25. Shares are 0-1. */
export async function evaluateMemory(
  program: MemoryProgram,
  dialogues: readonly Dialogue[],
  onProgress: (line: string) => void,
): Promise<Evaluated> {
  const taken: TakenIn[] = [];
  const outcomes: Outcome[] = [];
  for (const [number, dialogue] of dialogues.entries()) {
    onProgress(`${dialogue.id}: ${dialogue.turns.length} turns are taken in ...`);
    const one = await program.takeIn(dialogue, number);
    taken.push(one);
    for (const question of dialogue.questions) outcomes.push(await program.ask(one, question));
    const recall = recallOf(outcomes.filter((outcome) => outcome.dialogue === dialogue));
    onProgress(
      `${dialogue.id}: ${dialogue.questions.length} questions, recall@10 ${percent(recall['10'])}, @20 ${percent(recall['20'])}`,
    );
  }
  const times = outcomes.map(({ milliseconds }) => milliseconds);
  const evaluation = {
    questions: outcomes.length,
    conversations: dialogues.length,
    turns: dialogues.reduce((sum, { turns }) => sum + turns.length, 0),
    ...scoresOf(outcomes),
    search_ms: { p50: quantile(times, 0.5), p95: quantile(times, 0.95) },
    baselines: {
      bm25: scoresOf(baseline(dialogues, plainWords)),
      bm25_stemmed: scoresOf(baseline(dialogues, stemmedWords)),
    },
  };
  return { evaluation, taken, outcomes };
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function scoresOf(outcomes: readonly Outcome[]): Scores {
  return {
    recall: recallOf(outcomes),
    recall_by_category: recallByCategory(outcomes),
    all_evidence: allEvidence(outcomes),
    session: sessionsOf(outcomes),
    recall_1500_tokens: recallWithin(outcomes),
  };
}

function baseline(dialogues: readonly Dialogue[], wordsOf: (text: string) => string[]): Outcome[] {
  return dialogues.flatMap((dialogue) => {
    const index = new Bm25(
      dialogue.turns.map(({ text }) => text),
      wordsOf,
    );
    return dialogue.questions.map((question) => {
      const started = performance.now();
      const ranked = index.rank(question.text).map((place) => dialogue.turns[place] ?? never());
      const milliseconds = performance.now() - started;
      return {
        dialogue,
        question,
        found: ranked.slice(0, 20).map(({ id }) => id),
        withinBudget: withinBudget(ranked),
        milliseconds,
      };
    });
  });
}

/** Counted as our own retrieval counts. */
function withinBudget(turns: readonly { readonly id: string; readonly text: string }[]): string[] {
  let tokens = 0;
  const taken: string[] = [];
  for (const { id, text } of turns) {
    tokens += Math.ceil(text.length / CHARACTERS_PER_TOKEN) + TOKENS_AROUND;
    if (tokens > BUDGET_TOKENS) break;
    taken.push(id);
  }
  return taken;
}

function never(): never {
  throw new Error('a place without a turn');
}
