import type { MemorySearch, RetrievedMemory } from './retrieved-memory.js';

const CHARACTERS_PER_TOKEN = 4;
/** Its name, its time and what stands around it in a prompt. */
const TOKENS_AROUND = 4;

/** The first of them that fit, at most `limit`. */
export function takeWithin(
  memories: readonly RetrievedMemory[],
  { limit, tokenBudget = Infinity }: Pick<MemorySearch, 'limit' | 'tokenBudget'>,
): RetrievedMemory[] {
  const taken: RetrievedMemory[] = [];
  let tokens = 0;
  for (const memory of memories) {
    tokens += memoryTokens(memory.text);
    if (taken.length >= limit || tokens > tokenBudget) break;
    taken.push(memory);
  }
  return taken;
}

/** Roughly what a memory takes of a prompt. */
export function memoryTokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN) + TOKENS_AROUND;
}
