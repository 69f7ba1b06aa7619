import { DEFAULT_CHARACTER_ID, ChatIndexes, MemoryRetrieval } from '#memory';

import type { BenchEnvironment } from './bench-environment.js';
import type { BenchRow } from './bench-row.js';
import { generatedDialogue, SPOKEN, spokenWord } from './eval/generated-dialogue.js';
import { MemoryProgram } from './eval/memory-program.js';
import { quantile } from './eval/outcome.js';
import { seededRandom } from './seeded-random.js';

const TURNS = 100_000;
const SEARCHES = 400;
const WARM_UP = 50;
const GOAL_MS = 5;
/** Time for one search over 100,000 turns of one contact: index, rows fetched and opened. */
export async function retrievalSpeedBench(environment: BenchEnvironment): Promise<readonly BenchRow[]> {
  const program = await MemoryProgram.open(environment);
  try {
    const random = seededRandom(7);
    const taken = await program.takeIn(generatedDialogue(TURNS, random), 0);
    await program.settle();
    const retrieval = program.part(MemoryRetrieval);
    const times: number[] = [];
    for (let search = 0; search < WARM_UP + SEARCHES; search += 1) {
      const text = `What did I say about the ${SPOKEN[search % SPOKEN.length]} and the ${spokenWord(random)} ${spokenWord(random)}?`;
      const started = performance.now();
      const found = await retrieval.search({
        characterId: DEFAULT_CHARACTER_ID,
        contactId: taken.contactId,
        text,
        now: new Date(),
        limit: 20,
      });
      if (search >= WARM_UP) times.push(performance.now() - started);
      if (found.length === 0) throw new Error('nothing was found');
    }
    const p95 = quantile(times, 0.95);
    const mebibytes = program.part(ChatIndexes).bytes / 1024 / 1024;
    return [
      {
        name: 'retrieval-speed (p95)',
        ours: p95,
        limit: quantile(times, 0.5),
        unit: 'ms',
        ratio: p95 / GOAL_MS,
        goal: `<= ${GOAL_MS} ms`,
        met: p95 <= GOAL_MS,
        note: `${TURNS.toLocaleString('en')} turns of one contact, 20 opened; the limit is the median; the index takes about ${mebibytes.toFixed(0)} MiB`,
      },
    ];
  } finally {
    await program.close();
  }
}
