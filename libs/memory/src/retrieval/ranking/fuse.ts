/** How much the first places count over the later ones; from Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion" (SIGIR 2009). */
const FLATNESS = 60;

export interface Fused<T> {
  readonly item: T;
  readonly score: number;
}

/**
 * One list of several, best first: an item is worth the sum of 1 / (60 + rank) over the lists that have it. Their scores need not be
 * comparable. At the same worth, the earlier list goes first.
 */
export function fuse<T>(lists: readonly (readonly T[])[], keyOf: (item: T) => string): Fused<T>[] {
  const fused = new Map<string, { item: T; score: number }>();
  for (const list of lists) {
    list.forEach((item, rank) => {
      const worth = 1 / (FLATNESS + rank + 1);
      const before = fused.get(keyOf(item));
      if (before) before.score += worth;
      else fused.set(keyOf(item), { item, score: worth });
    });
  }
  return [...fused.values()].sort((one, other) => other.score - one.score);
}
