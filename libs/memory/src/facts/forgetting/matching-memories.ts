/** Share of the asked words that a memory must hold. One word of two is too little: "likes cats" is not "likes dogs". */
const ENOUGH = 0.6;

/** Whether a text holds a word, in any of its forms. */
export type HoldsWord = (text: string) => boolean;

/** The memories that a request is about: those that hold most of its words. None for a request without any. */
export function matchingMemories<T extends { readonly text: string }>(
  memories: readonly T[],
  words: readonly HoldsWord[],
): readonly T[] {
  if (words.length === 0) return [];
  return memories.filter(({ text }) => words.filter((holds) => holds(text)).length / words.length >= ENOUGH);
}
