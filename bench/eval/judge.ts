import { LanguageModel } from '#llm';

import type { MemoryProgram, TakenIn } from './memory-program.js';
import { rounded } from './outcome.js';

const ANSWER = `You answer a question about a conversation from the excerpts that you are given. Answer in a few words. When a turn says
"yesterday" or "last week", count from the date in front of it. When the excerpts do not tell, say so.`;
const JUDGE = `You are given a question, its right answer and an answer to be judged. Answer with one word: CORRECT when the answer says the same as
the right one in other words, or contains it, dates in any format; otherwise WRONG.`;

export interface Judged {
  readonly questions: number;
  /** 0-1. */
  readonly with_memory: number;
  readonly with_everything: number;
  readonly model: string;
}

/** Has a model answer each question from what was retrieved, and from the whole conversation, and judge both answers. */
export async function judge(
  program: MemoryProgram,
  taken: readonly TakenIn[],
  onProgress: (line: string) => void,
): Promise<Judged> {
  const model = program.part(LanguageModel);
  let right = 0;
  let control = 0;
  let questions = 0;
  for (const one of taken) {
    const everything = one.dialogue.turns.map(
      ({ at, speaker, text }) => `${at.toISOString().slice(0, 10)} ${speaker}: ${text}`,
    );
    for (const question of one.dialogue.questions) {
      const told = await program.told(one, question);
      right += Number(await isRight(model, question, await answerFrom(model, told, question.text)));
      control += Number(await isRight(model, question, await answerFrom(model, everything, question.text)));
      questions += 1;
      if (questions % 20 === 0)
        onProgress(`judged ${questions}: ${right} right with memory, ${control} with everything`);
    }
  }
  return {
    questions,
    with_memory: rounded(right / questions),
    with_everything: rounded(control / questions),
    model: model.name,
  };
}

async function answerFrom(model: LanguageModel, lines: readonly string[], question: string): Promise<string> {
  const { text } = await model.complete({
    purpose: 'chat',
    temperature: 0,
    maxTokens: 100,
    system: [{ text: ANSWER, stable: true }],
    messages: [{ role: 'user', content: `${lines.join('\n')}\n\nQuestion: ${question}` }],
  });
  return text;
}

async function isRight(
  model: LanguageModel,
  { text, answer }: { readonly text: string; readonly answer: string },
  given: string,
): Promise<boolean> {
  const { text: verdict } = await model.complete({
    purpose: 'tagging',
    maxTokens: 10,
    system: [{ text: JUDGE, stable: true }],
    messages: [{ role: 'user', content: `Question: ${text}\nRight answer: ${answer}\nAnswer to be judged: ${given}` }],
  });
  return /\bCORRECT\b/.test(verdict);
}
