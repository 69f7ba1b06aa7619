import { activateMemory } from './activate-memory.js';
import { withSources, type KnownMemory, type LifecycleContext, type ReadOperation } from './known-memory.js';
import { earlier, later } from './moments.js';

/** How much of the remaining doubt a repetition takes away, times its own confidence. So confidence grows, and never reaches 1. */
const WEIGHT_OF_REPETITION = 0.5;
const MOST_CONFIDENCE = 0.99;

/** Something was said again. The same message again changes nothing; an order that looks like a repetition is only noted. */
export function reinforceMemory(
  memory: KnownMemory,
  operation: ReadOperation,
  known: readonly KnownMemory[],
  { now, threshold }: LifecycleContext,
): readonly KnownMemory[] {
  const fresh = operation.messageIds.some((id) => !memory.sources.includes(id));
  if (!fresh) return [];
  if (operation.instructionLike && memory.status !== 'held') return [withSources(memory, operation.messageIds)];
  const reinforced: KnownMemory = {
    ...withSources(memory, operation.messageIds),
    ...datesOf(memory, operation),
    confidence: raised(memory.confidence, operation.confidence),
    importance: Math.max(memory.importance, operation.importance),
    firstMentionedAt: earlier(operation.saidAt, memory.firstMentionedAt),
    lastReinforcedAt: later(operation.saidAt, memory.lastReinforcedAt),
    reinforcementCount: memory.reinforcementCount + 1,
  };
  if (memory.status !== 'pending') return [reinforced];
  // Said twice, it is confirmed.
  const confirmed = { ...reinforced, confidence: Math.max(reinforced.confidence, threshold) };
  return activateMemory(confirmed, known, { now, saidAt: confirmed.lastReinforcedAt });
}

function raised(confidence: number, again: number): number {
  const grown = 1 - (1 - confidence) * (1 - WEIGHT_OF_REPETITION * again);
  return Math.max(confidence, Math.min(MOST_CONFIDENCE, grown));
}

/** A repetition may bring the dates that were not known; it does not move those that were. */
function datesOf(
  { validFrom, validUntil }: KnownMemory,
  operation: ReadOperation,
): Pick<KnownMemory, 'validFrom' | 'validUntil'> {
  const from = validFrom ?? operation.validFrom;
  const until = validUntil ?? operation.validUntil;
  return from && until && until < from ? { validFrom, validUntil } : { validFrom: from, validUntil: until };
}
