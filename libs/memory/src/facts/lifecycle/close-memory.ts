import type { MemoryReason } from '../memory-fact.js';
import type { KnownMemory } from './known-memory.js';
import { earlier, later } from './moments.js';

/** Ends a memory: no longer true in the world from `at` on, and no longer held for true by us from `now` on. No interval becomes negative. */
export function closeMemory(memory: KnownMemory, reason: MemoryReason, at: Date | null, now: Date): KnownMemory {
  const end = at && later(at, memory.validFrom);
  return {
    ...memory,
    status: 'closed',
    reason,
    validUntil: end ? earlier(end, memory.validUntil) : memory.validUntil,
    knownUntil: later(now, memory.knownFrom),
  };
}
