import { existsSync } from 'node:fs';

import type { BenchEnvironment } from './bench-environment.js';
import type { BenchRow } from './bench-row.js';
import { evaluateMemory, percent, type MemoryEvaluation } from './eval/evaluate-memory.js';
import { readLocomo } from './eval/locomo.js';
import { MemoryProgram } from './eval/memory-program.js';

const FILE = 'MEMORY_EVAL_DATA';

let evaluated: Promise<MemoryEvaluation | undefined> | undefined;

/** Evidence recall on conversations in LoCoMo's format, beside BM25 in the same run. */
export async function retrievalBench(environment: BenchEnvironment): Promise<readonly BenchRow[]> {
  const evaluation = await (evaluated ??= evaluate(environment));
  if (!evaluation) return [];
  const { recall, recall_by_category: categories, baselines, session } = evaluation;
  const stemmed = baselines.bm25_stemmed;
  const of = (category: string): number => categories[category]?.['20'] ?? 0;
  const note = `sessions: Hit@1 ${session.hit1}, NDCG@5 ${session.ndcg5}; BM25 without stems @10 ${percent(baselines.bm25.recall['10'])}`;
  return [
    row('retrieval (recall@10)', { ours: recall['10'], limit: stemmed.recall['10'], goal: 80, note }),
    row('retrieval (recall@20)', { ours: recall['20'], limit: stemmed.recall['20'], goal: 86 }),
    row('retrieval (multi-hop @20)', { ours: of('1'), limit: stemmed.recall_by_category['1']?.['20'] ?? 0, goal: 65 }),
    row('retrieval (open-domain @20)', {
      ours: of('3'),
      limit: stemmed.recall_by_category['3']?.['20'] ?? 0,
      goal: 55,
    }),
  ];
}

/** Evidence recall within 1,500 tokens. */
export async function contextBench(environment: BenchEnvironment): Promise<readonly BenchRow[]> {
  const evaluation = await (evaluated ??= evaluate(environment));
  if (!evaluation) return [];
  const limit = evaluation.baselines.bm25_stemmed.recall_1500_tokens;
  return [row('context (1,500 tokens)', { ours: evaluation.recall_1500_tokens, limit, goal: 84 })];
}

async function evaluate(environment: BenchEnvironment): Promise<MemoryEvaluation | undefined> {
  const path = process.env[FILE];
  if (!path || !existsSync(path)) {
    process.stderr.write(`skipped: set ${FILE} to a file of conversations in the format of LoCoMo\n`);
    return undefined;
  }
  const program = await MemoryProgram.open(environment);
  try {
    const { evaluation } = await evaluateMemory(program, await readLocomo(path), () => undefined);
    return evaluation;
  } finally {
    await program.close();
  }
}

function row(
  name: string,
  { ours, limit, goal, note }: { ours: number; limit: number; goal: number; note?: string },
): BenchRow {
  return {
    name,
    ours: 100 * ours,
    limit: 100 * limit,
    unit: '% of the evidence',
    ratio: ours / limit,
    goal: `>= ${goal} %`,
    met: 100 * ours >= goal,
    ...(note !== undefined && { note }),
  };
}
