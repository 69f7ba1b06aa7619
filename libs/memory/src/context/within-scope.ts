import type { MemoryFact } from '../facts/memory-fact.js';
import type { RetrievedMemory } from '../retrieval/retrieved-memory.js';

/** A second lock on the door: whatever a search answers, no fact of another scope passes, and into a group nothing but the group's own. */
export function withinScope(
  found: readonly RetrievedMemory[],
  known: readonly MemoryFact[],
  groupId: string | null,
): readonly RetrievedMemory[] {
  const ids = new Set(known.map(({ id }) => id));
  return found.filter(({ kind, id, chatId }) =>
    kind === 'fact' ? ids.has(id) : groupId === null || chatId === groupId,
  );
}
