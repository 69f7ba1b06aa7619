import type { MemoryCategory } from '../memory-category.js';
import { kindAsked } from './asked-kind.js';
import type { HoldsWord } from './holds-word.js';

/** Share of the asked words that a memory must hold. One word of two is too little: "likes cats" is not "likes dogs". */
const ENOUGH = 0.6;

/**
 * The memories that a request is about: those that hold most of its words, or one of them when they are `told` where all were said. A request
 * of nothing but a kind's own words ("my job") is about all of that kind: "Works as a nurse" holds none of them.
 */
export function matchingMemories<T extends { readonly text: string; readonly category: MemoryCategory }>(
  memories: readonly T[],
  words: readonly HoldsWord[],
  told: (memory: T) => boolean = () => false,
): readonly T[] {
  if (words.length === 0) return [];
  const isOfKind = kindAsked(words);
  return memories.filter((memory) => {
    if (isOfKind?.(memory)) return true;
    const held = words.filter((holds) => holds(memory.text)).length;
    return held / words.length >= ENOUGH || (held > 0 && told(memory));
  });
}
