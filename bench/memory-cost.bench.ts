import { DataSource } from 'typeorm';

import { DEFAULT_CHARACTER_ID, MemoryContext, MemoryFacts, type ContextRequest, type MemoryOperation } from '#memory';
import type { SpokenMessage } from '#messaging';

import type { BenchEnvironment } from './bench-environment.js';
import type { BenchRow } from './bench-row.js';
import { generatedDialogue, spokenWord } from './eval/generated-dialogue.js';
import { MemoryProgram, type TakenIn } from './eval/memory-program.js';
import { quantile } from './eval/outcome.js';
import { median } from './paired.js';
import { seededRandom } from './seeded-random.js';

const TURNS = 5_000;
const FACTS = 200;
const WINDOW = 20;
const WARM_UP = 50;
const ANSWERS = 500;
const GOAL_MS = 5;

/** What remembering adds to an answer: everything that a prompt is told of a person who has talked for months. */
export async function memoryCostBench(environment: BenchEnvironment): Promise<readonly BenchRow[]> {
  const program = await MemoryProgram.open(environment);
  try {
    const random = seededRandom(11);
    const taken = await program.takeIn(generatedDialogue(TURNS, random), 0);
    await learn(program, taken, random);
    const context = program.part(MemoryContext);
    const recent = recentOf(taken);
    const times: number[] = [];
    for (let answer = 0; answer < WARM_UP + ANSWERS; answer += 1) {
      const text = `What did I say about the ${spokenWord(random)} and the ${spokenWord(random)}?`;
      const request: ContextRequest = {
        ...{ characterId: DEFAULT_CHARACTER_ID, contactId: taken.contactId },
        chat: { id: taken.chatId, kind: 'direct' },
        recent: [...recent, spoken(text, new Date(), 'contact')],
      };
      const started = performance.now();
      const { facts, recalled } = await context.of(request);
      if (answer >= WARM_UP) times.push(performance.now() - started);
      if (facts.length === 0 || recalled.length === 0) throw new Error('nothing was remembered');
    }
    const p95 = quantile(times, 0.95);
    return [
      {
        name: 'memory of a reply (p95)',
        ours: p95,
        limit: median(times),
        unit: 'ms',
        ratio: p95 / GOAL_MS,
        goal: `<= ${GOAL_MS} ms`,
        met: p95 <= GOAL_MS,
        note: `${TURNS.toLocaleString('en')} turns and ${FACTS} facts of the contact; the limit is the median`,
      },
    ];
  } finally {
    await program.close();
  }
}

async function learn(program: MemoryProgram, { contactId }: TakenIn, random: () => number): Promise<void> {
  const saidAt = new Date();
  const operations = Array.from({ length: FACTS }, (_, place): MemoryOperation => ({
    kind: 'add',
    text: `Likes ${spokenWord(random)} and ${spokenWord(random)} number ${place}`,
    ...{ category: 'preference', confidence: 0.9, importance: 1 + (place % 10) },
    ...{ validFrom: null, validUntil: null, messageIds: [], saidAt, instructionLike: false },
  }));
  const write = {
    characterId: DEFAULT_CHARACTER_ID,
    contactId,
    groupId: null,
    chatId: null,
    origin: 'imported',
  } as const;
  await program.part(DataSource).transaction((manager) => program.part(MemoryFacts).apply(manager, write, operations));
}

function recentOf({ dialogue }: TakenIn): SpokenMessage[] {
  return dialogue.turns
    .slice(-WINDOW)
    .map(({ text, at, speaker }) => spoken(text, at, speaker === dialogue.speakers[1] ? 'contact' : 'assistant'));
}

function spoken(text: string, sentAt: Date, author: SpokenMessage['author']): SpokenMessage {
  return { id: text, author, senderId: null, senderName: null, kind: 'text', text, sentAt };
}
