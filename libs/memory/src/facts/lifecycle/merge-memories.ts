import { isOpen, withSources, type KnownMemory } from './known-memory.js';
import { earlier, later } from './moments.js';

/** `kept` was said as often as all of them together; the others are closed in its favour. What is closed already is left alone. */
export function mergeMemories(kept: KnownMemory, others: readonly KnownMemory[], now: Date): readonly KnownMemory[] {
  const doubles = others.filter((memory) => memory.id !== kept.id && isOpen(memory));
  if (!isOpen(kept) || doubles.length === 0) return [];
  const closed = doubles.map((memory) => ({
    ...memory,
    status: 'closed' as const,
    reason: 'merged' as const,
    knownUntil: later(now, memory.knownFrom),
    replacedById: kept.id,
  }));
  return [...closed, doubles.reduce(together, kept)];
}

function together(kept: KnownMemory, other: KnownMemory): KnownMemory {
  return {
    ...withSources(kept, other.sources),
    confidence: Math.max(kept.confidence, other.confidence),
    importance: Math.max(kept.importance, other.importance),
    firstMentionedAt: earlier(kept.firstMentionedAt, other.firstMentionedAt),
    lastReinforcedAt: later(kept.lastReinforcedAt, other.lastReinforcedAt),
    reinforcementCount: kept.reinforcementCount + other.reinforcementCount,
  };
}
