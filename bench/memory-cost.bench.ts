import { DataSource } from 'typeorm';

import type { ReplyScenes } from '#companions';
import { DEFAULT_CHARACTER_ID, MemoryContext, MemoryFacts, type MemoryOperation } from '#memory';

import type { BenchEnvironment } from './bench-environment.js';
import type { BenchRow } from './bench-row.js';
import { generatedDialogue, SPOKEN, spokenWord } from './eval/generated-dialogue.js';
import { MemoryProgram, type TakenIn } from './eval/memory-program.js';
import { quantile } from './eval/outcome.js';
import { median } from './paired.js';
import { ReplyStage } from './reply-stage.js';
import { seededRandom } from './seeded-random.js';

const TURNS = 5_000;
const FACTS = 200;
const WARM_UP = 50;
const ANSWERS = 500;
const GOAL_MS = 5;
const SETTINGS = { BURST_QUIET_MS: '0', BURST_MAX_MS: '0' };

/** How long it took to put together what one answer is made from, and to remember for it. */
interface Answer {
  readonly remembering: number;
  readonly forgetful: number;
  /** Of `MemoryContext.of` by itself, with nothing beside it. */
  readonly context: number;
}

/**
 * What remembering adds to an answer: the time from the claimed turn to all that the answer is made from, with the memory and without it, in turn
 * over the same turns of a person who has talked for months.
 */
export async function memoryCostBench(environment: BenchEnvironment): Promise<readonly BenchRow[]> {
  const program = await MemoryProgram.open(environment, SETTINGS);
  try {
    const random = seededRandom(11);
    const taken = await program.takeIn(generatedDialogue(TURNS, random), 0);
    await learn(program, taken, random);
    await program.settle();
    const stage = new ReplyStage(program, taken);
    const answers: Answer[] = [];
    for (let place = 0; place < WARM_UP + ANSWERS; place += 1) {
      const answer = await answerOf(program, stage, place, random);
      if (place >= WARM_UP) answers.push(answer);
    }
    return rowsOf(answers);
  } finally {
    await program.close();
  }
}

async function answerOf(
  program: MemoryProgram,
  stage: ReplyStage,
  place: number,
  random: () => number,
): Promise<Answer> {
  const { turn, chat } = await stage.ask(
    `What did I say about the ${SPOKEN[place % SPOKEN.length]} and the ${spokenWord(random)}?`,
  );
  const { signal } = new AbortController();
  const timeOf = async (scenes: ReplyScenes) => {
    const started = performance.now();
    const scene = await scenes.of(turn, chat, signal);
    return { ms: performance.now() - started, scene };
  };
  // Whoever comes second finds more at hand.
  const first = await timeOf(place % 2 === 0 ? stage.remembering : stage.forgetful);
  const second = await timeOf(place % 2 === 0 ? stage.forgetful : stage.remembering);
  const [withMemory, without] = place % 2 === 0 ? [first, second] : [second, first];
  const { scene } = withMemory;
  if (!scene || !without.scene || without.scene.remembered) throw new Error('there is nothing to compare');
  // The first ones load what the others find.
  if (place >= WARM_UP && !(scene.remembered?.facts.length && scene.remembered.recalled.length))
    throw new Error('nothing was remembered');
  const started = performance.now();
  await program.part(MemoryContext).of({
    ...{ characterId: scene.character.id, contactId: scene.contactId ?? '', chat: { id: chat.id, kind: 'direct' } },
    recent: [...scene.earlier, ...scene.asked],
  });
  const context = performance.now() - started;
  await stage.answer(turn, `That you like the ${spokenWord(random)}.`);
  return { remembering: withMemory.ms, forgetful: without.ms, context };
}

function rowsOf(answers: readonly Answer[]): BenchRow[] {
  const remembering = answers.map((answer) => answer.remembering);
  const forgetful = answers.map((answer) => answer.forgetful);
  const contexts = answers.map(({ context }) => context);
  const added = answers.map((answer) => answer.remembering - answer.forgetful);
  const ofPairs = quantile(added, 0.95);
  const ofP95 = quantile(remembering, 0.95) - quantile(forgetful, 0.95);
  const ours = Math.max(ofPairs, ofP95);
  const known = `${TURNS.toLocaleString('en')} turns and ${FACTS} facts of the contact`;
  return [
    {
      name: 'memory-cost (p95 added)',
      ours,
      limit: median(added),
      unit: 'ms',
      ratio: ours / GOAL_MS,
      goal: `<= ${GOAL_MS} ms`,
      met: ours <= GOAL_MS,
      note:
        `what memory adds to a scene, the larger of: p95 of the pairs' difference ${ms(ofPairs)}, difference of the p95s ${ms(ofP95)} ` +
        `(${ms(quantile(remembering, 0.95))} with it, ${ms(quantile(forgetful, 0.95))} without); ${known}; the limit is the pairs' median`,
    },
    {
      name: 'memory-cost (by itself, p95)',
      ours: quantile(contexts, 0.95),
      limit: median(contexts),
      unit: 'ms',
      ratio: quantile(contexts, 0.95) / GOAL_MS,
      goal: 'reported',
      met: true,
      note: 'MemoryContext.of from beginning to end, with nothing read beside it; the limit is the median',
    },
  ];
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
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
