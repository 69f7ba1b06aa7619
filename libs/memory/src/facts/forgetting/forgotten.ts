import type { MemorySource } from '../memory-fact.js';

/** What was forgotten: its memories, and where they had been said, so that it is not found there either. */
export interface Forgotten {
  readonly memories: number;
  readonly sources: readonly MemorySource[];
}
