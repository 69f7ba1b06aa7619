import type { ReadOperation } from './known-memory.js';

/** Of one thing that is both added and said to contradict another, the contradiction stays. */
export function withoutDoubles(operations: readonly ReadOperation[]): readonly ReadOperation[] {
  const contradicting = new Set(operations.filter(({ kind }) => kind === 'contradict').map(({ wording }) => wording));
  return operations.filter(({ kind, wording }) => kind !== 'add' || !contradicting.has(wording));
}
