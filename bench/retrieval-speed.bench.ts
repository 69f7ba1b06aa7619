import { DEFAULT_CHARACTER_ID, ChatIndexes, MemoryRetrieval } from '#memory';

import type { BenchEnvironment } from './bench-environment.js';
import type { BenchRow } from './bench-row.js';
import type { Dialogue } from './eval/locomo.js';
import { MemoryProgram } from './eval/memory-program.js';
import { quantile } from './eval/outcome.js';
import { seededRandom } from './seeded-random.js';

const TURNS = 100_000;
const SESSION = 40;
const SEARCHES = 400;
const WARM_UP = 50;
const GOAL_MS = 5;
const VOCABULARY = 30_000;
/** Real words are among them, so that topics and neighbours are looked at as in speech. */
const SPOKEN =
  'dog cat work boss trip beach music guitar sister mother dinner pizza movie book game gym running doctor birthday party car money house garden school exam friend wedding painting coffee'.split(
    ' ',
  );

/** The most common words of speech mean nothing by themselves. */
const COMMON =
  'the and to a of in it is you that i was for on with my so we but have at do not be this just me what'.split(' ');

/** Time for one search over 100,000 turns of one contact: index, rows fetched and opened. */
export async function retrievalSpeedBench(environment: BenchEnvironment): Promise<readonly BenchRow[]> {
  const program = await MemoryProgram.open(environment);
  try {
    const random = seededRandom(7);
    const taken = await program.takeIn(dialogueOf(random), 0);
    const retrieval = program.part(MemoryRetrieval);
    const times: number[] = [];
    for (let search = 0; search < WARM_UP + SEARCHES; search += 1) {
      const text = `What did I say about the ${SPOKEN[search % SPOKEN.length]} and the ${wordOf(random)} ${wordOf(random)}?`;
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

function dialogueOf(random: () => number): Dialogue {
  const start = Date.now() - (TURNS / SESSION) * 86_400_000;
  const turns = Array.from({ length: TURNS }, (_, place) => {
    const session = Math.floor(place / SESSION);
    const words = Array.from({ length: 6 + Math.floor(random() * 24) }, () => wordOf(random));
    return {
      id: `D${session}:${place % SESSION}`,
      session,
      speaker: place % 2 === 0 ? 'Us' : 'Them',
      text: `${words.join(' ')}${random() < 0.2 ? '?' : '.'}`,
      at: new Date(start + session * 86_400_000 + (place % SESSION) * 60_000),
    };
  });
  return { id: 'generated', speakers: ['Us', 'Them'], turns, questions: [] };
}

/** By Zipf's law, as words are spoken. */
function wordOf(random: () => number): string {
  const rank = Math.floor(VOCABULARY ** random());
  return COMMON[rank - 1] ?? SPOKEN[rank - 1 - COMMON.length] ?? `w${rank.toString(36)}x`;
}
