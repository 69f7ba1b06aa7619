import { RANKING_POLICY, type RankingPolicy } from '#memory';

import type { MemoryProgram, TakenIn } from './memory-program.js';
import { allEvidence, recallByCategory, recallOf, type Outcome, type RecallAt } from './outcome.js';

/** What may be changed, and to what: a step down and a step up of the knobs that matter most. */
const STEPS: readonly (readonly [keyof RankingPolicy, readonly number[]])[] = [
  ['after', [0.45, 0.75]],
  ['before', [0.55, 0.85]],
  ['session', [0.2, 0.6]],
  ['speaker', [1.5, 2.5]],
  ['namedTopic', [0.25, 0.6]],
  ['wanted', [0.2, 0.6]],
];

export interface TwoFold {
  readonly recall: RecallAt;
  readonly all_evidence: RecallAt;
  readonly recall_by_category: Record<string, RecallAt>;
  /** What was chosen on each half, to be measured on the other. */
  readonly chosen: readonly Partial<RankingPolicy>[];
}

/** Chooses the knobs on one half of the conversations and measures them on the other, both ways. */
export async function twoFold(
  program: MemoryProgram,
  taken: readonly TakenIn[],
  asShipped: readonly Outcome[],
  onProgress: (line: string) => void,
): Promise<TwoFold> {
  const halves = [0, 1].map(
    (half) => new Set(taken.filter((_, place) => place % 2 === half).map(({ dialogue }) => dialogue)),
  );
  const chosen: Partial<RankingPolicy>[] = [{}, {}];
  for (const [knob, values] of STEPS) {
    for (const value of values) {
      onProgress(`two-fold: ${knob} ${value}`);
      const outcomes = await askAll(program, taken, { ...RANKING_POLICY, [knob]: value });
      halves.forEach((half, place) => {
        const best = chosen[place]?.[knob] ?? RANKING_POLICY[knob];
        if (best !== RANKING_POLICY[knob]) return;
        if (worth(outcomes, half) > worth(asShipped, half) + 0.002) chosen[place] = { ...chosen[place], [knob]: value };
      });
    }
  }
  const held: Outcome[] = [];
  for (const [place, half] of halves.entries()) {
    const policy = { ...RANKING_POLICY, ...chosen[1 - place] };
    held.push(
      ...(await askAll(
        program,
        taken.filter(({ dialogue }) => half.has(dialogue)),
        policy,
      )),
    );
  }
  return {
    recall: recallOf(held),
    all_evidence: allEvidence(held),
    recall_by_category: recallByCategory(held),
    chosen,
  };
}

async function askAll(program: MemoryProgram, taken: readonly TakenIn[], policy: RankingPolicy): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const one of taken) {
    for (const question of one.dialogue.questions) outcomes.push(await program.ask(one, question, policy));
  }
  return outcomes;
}

function worth(outcomes: readonly Outcome[], half: ReadonlySet<unknown>): number {
  const recall = recallOf(outcomes.filter(({ dialogue }) => half.has(dialogue)));
  return (recall['10'] + recall['20']) / 2;
}
