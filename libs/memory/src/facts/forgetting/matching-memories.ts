/** Share of the asked words that a memory must hold. One word of two is too little: "likes cats" is not "likes dogs". */
const ENOUGH = 0.6;

/** Whether a text holds a word, in any of its forms. */
export type HoldsWord = (text: string) => boolean;

/** The memories that a request is about: those that hold most of its words, or one of them when they are `told` where all were said. */
export function matchingMemories<T extends { readonly text: string }>(
  memories: readonly T[],
  words: readonly HoldsWord[],
  told: (memory: T) => boolean = () => false,
): readonly T[] {
  if (words.length === 0) return [];
  return memories.filter((memory) => {
    const held = words.filter((holds) => holds(memory.text)).length;
    return held / words.length >= ENOUGH || (held > 0 && told(memory));
  });
}
