import type { MemoryOrigin, MemoryRecord } from '../memory-fact.js';
import type { MemoryOperation } from '../memory-operation.js';

/** A memory as the lifecycle sees it: without its text, which is told apart by a keyed hash. */
export interface KnownMemory extends MemoryRecord {
  /** Equal for equal texts. */
  readonly wording: string;
  /** Ids of the messages in which it was said. */
  readonly sources: readonly string[];
}

/** An operation whose text and key became keyed hashes. */
export interface ReadOperation extends Omit<MemoryOperation, 'text' | 'key'> {
  readonly wording: string;
  readonly topic: string | null;
}

export interface LifecycleContext {
  readonly now: Date;
  /** Confidence below which a memory waits, 0-1. */
  readonly threshold: number;
  readonly origin: MemoryOrigin;
  /** For the memory that is new. */
  readonly newId: string;
}

export function isOpen(memory: KnownMemory): boolean {
  return memory.status !== 'closed';
}

/** Whether all these messages were counted before. False for none. */
export function wasCounted(memory: KnownMemory, messageIds: readonly string[]): boolean {
  return messageIds.length > 0 && messageIds.every((id) => memory.sources.includes(id));
}

export function withSources(memory: KnownMemory, messageIds: readonly string[]): KnownMemory {
  return { ...memory, sources: [...new Set([...memory.sources, ...messageIds])] };
}
