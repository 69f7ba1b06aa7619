import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { openBenchEnvironment } from '../bench-environment.js';
import { evaluateMemory, percent } from './evaluate-memory.js';
import { judge } from './judge.js';
import { readLocomo } from './locomo.js';
import { MemoryProgram } from './memory-program.js';
import { twoFold } from './two-fold.js';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    json: { type: 'string' },
    qa: { type: 'boolean', default: false },
  },
});
if (!values.data) {
  process.stderr.write('Say where the conversations are: npm run eval:memory -- --data FILE [--json FILE] [--qa]\n');
  process.exit(1);
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const key = process.env.LLM_API_KEY ?? process.env.ANTHROPIC_API_KEY ?? process.env.GROQ_API_KEY;
const dialogues = await readLocomo(values.data);
const environment = await openBenchEnvironment(1);
try {
  const program = await MemoryProgram.open(environment, values.qa && key ? ownModel() : {});
  const { evaluation, taken, outcomes } = await evaluateMemory(program, dialogues, say);
  const folds = taken.length > 1 ? await twoFold(program, taken, outcomes, say) : undefined;
  if (values.qa && !key)
    say(
      'No answers are judged: that takes a model. Set LLM_PROVIDER and its key as in .env.example, and run it again.',
    );
  const qa = values.qa && key ? await judge(program, taken, say) : undefined;
  const report = { ...evaluation, ...(folds && { two_fold: folds }), ...(qa && { qa }) };
  await program.close();
  if (values.json) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(
    [
      `${report.questions} questions: recall@5 ${percent(report.recall['5'])}, @10 ${percent(report.recall['10'])}, @20 ${percent(report.recall['20'])}`,
      `within 1,500 tokens ${percent(report.recall_1500_tokens)}; sessions: Hit@1 ${report.session.hit1}, NDCG@5 ${report.session.ndcg5}`,
      `BM25 @10 ${percent(report.baselines.bm25.recall['10'])}, stemmed ${percent(report.baselines.bm25_stemmed.recall['10'])}`,
      `two-fold @10 ${percent(folds?.recall['10'] ?? 0)}, @20 ${percent(folds?.recall['20'] ?? 0)}; a search takes ${report.search_ms.p50} ms, p95 ${report.search_ms.p95} ms`,
      '',
    ].join('\n'),
  );
} finally {
  await environment.close();
}
process.exit(0);

/** The model of the environment, instead of the offline one. */
function ownModel(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name, value]) => /^(?:LLM|ANTHROPIC|GROQ)_/.test(name) && value),
  ) as Record<string, string>;
}
