import type { MemoryFact } from '../facts/memory-fact.js';
import type { RetrievedMemory } from '../retrieval/retrieved-memory.js';

/** A second lock on the door: whatever a search answers, no fact of another scope passes, and into a group nothing but the group's own. */
export function withinScope(
  found: readonly RetrievedMemory[],
  known: readonly MemoryFact[],
  groupId: string | null,
): readonly RetrievedMemory[] {
  // Few are found of many that are known.
  const strange = new Set(found.flatMap(({ kind, id }) => (kind === 'fact' ? [id] : [])));
  for (const { id } of known) strange.delete(id);
  return found.filter(({ kind, id, chatId }) =>
    kind === 'fact' ? !strange.has(id) : groupId === null || chatId === groupId,
  );
}
