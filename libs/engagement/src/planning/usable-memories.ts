import type { EngagementPolicy } from './engagement-policy.js';
import type { MemoryRef, PersonState } from './person-state.js';
import { seeded } from './seeded.js';

/**
 * The memories that an outreach may use now, the most important first, those of one importance in an order that differs from outreach to
 * outreach. Health is never touched first, nor what lies ahead.
 */
export function usableMemories(person: PersonState, policy: EngagementPolicy, now: Date): readonly MemoryRef[] {
  const turn = person.lastEngagedAt?.toISOString() ?? '';
  return person.memories
    .filter((memory) => isImportant(memory, policy) && isCurrent(memory, now))
    .map((memory) => ({ memory, place: seeded(`${memory.id}:${turn}`) }))
    .sort((a, b) => b.memory.importance - a.memory.importance || a.place - b.place)
    .map(({ memory }) => memory);
}

/** Important enough, and not about health. */
export function isImportant({ importance, category }: MemoryRef, policy: EngagementPolicy): boolean {
  return importance >= policy.memoryImportanceThreshold && category !== 'health';
}

function isCurrent({ validFrom, validUntil, category }: MemoryRef, now: Date): boolean {
  if (category === 'plan') return false;
  return (validFrom === null || validFrom <= now) && (validUntil === null || validUntil > now);
}
