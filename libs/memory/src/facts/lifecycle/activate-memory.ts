import { closeMemory } from './close-memory.js';
import { isOpen, type KnownMemory } from './known-memory.js';
import { earlier, later } from './moments.js';

/** When and on whose word a memory comes into use. */
export interface Activation {
  readonly now: Date;
  /** When it was said last; when the operator approved it, that time. */
  readonly saidAt: Date;
}

/**
 * Brings a memory into use, in place of its rivals: what it contradicts, and what is known of the same topic when only one can be true.
 * Dates decide, as in Graphiti: the rival ends where the new one begins (`validFrom`, else when it was said). What is over already, and
 * what is older than a rival, is born closed and ends nothing. Answers what has changed, the rivals first.
 */
export function activateMemory(
  memory: KnownMemory,
  known: readonly KnownMemory[],
  { now, saidAt }: Activation,
): readonly KnownMemory[] {
  if (memory.validUntil && memory.validUntil <= now) return [closeMemory(memory, 'ended', memory.validUntil, now)];
  const active: KnownMemory = {
    ...memory,
    status: 'active',
    reason: null,
    single: memory.single && !isAhead(memory, now),
  };
  const rivals = rivalsOf(active, known);
  const newer = rivals.find((rival) => isOlder(active, saidAt, rival));
  if (newer) return [closeMemory(active, 'late', endOfLate(active, newer), now)];
  const start = active.validFrom ?? active.firstMentionedAt;
  const ended = rivals.map((rival) => endedBy(active, rival, start, now));
  return [...ended, { ...active, replacesId: active.replacesId ?? rivals[0]?.id ?? null }];
}

/** What begins only later ends nothing yet: both stand until then. */
function isAhead({ validFrom }: KnownMemory, now: Date): boolean {
  return validFrom !== null && validFrom > now;
}

function rivalsOf(memory: KnownMemory, known: readonly KnownMemory[]): KnownMemory[] {
  return known.filter(
    (other) =>
      other.id !== memory.id &&
      isOpen(other) &&
      (other.id === memory.replacesId ||
        (memory.single && memory.topic !== null && other.topic === memory.topic && other.status === 'active')),
  );
}

/** Said before the rival was said last, or both dated and true before it. */
function isOlder(memory: KnownMemory, saidAt: Date, rival: KnownMemory): boolean {
  if (memory.validFrom && rival.validFrom) return memory.validFrom < rival.validFrom;
  return saidAt < rival.lastReinforcedAt;
}

function endOfLate(memory: KnownMemory, rival: KnownMemory): Date {
  const start = memory.validFrom ?? memory.firstMentionedAt;
  return later(rival.validFrom ?? rival.firstMentionedAt, start);
}

function endedBy(memory: KnownMemory, rival: KnownMemory, start: Date, now: Date): KnownMemory {
  const until = later(start, rival.validFrom);
  if (start > now) return { ...rival, validUntil: earlier(until, rival.validUntil) };
  return { ...closeMemory(rival, 'contradicted', until, now), replacedById: memory.id };
}
