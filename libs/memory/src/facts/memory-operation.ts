import type { MemoryCategory } from './memory-category.js';
import type { MemoryOrigin } from './memory-fact.js';
import type { MemoryScope } from './memory-scope.js';

export const MEMORY_OPERATIONS = ['add', 'reinforce', 'contradict', 'close'] as const;
export type MemoryOperationKind = (typeof MEMORY_OPERATIONS)[number];

/**
 * What something that was said does to the memories of its scope. `add`: it is new (said again in the same words, it reinforces).
 * `reinforce`: `target` was said again. `contradict`: it is true instead of `target`. `close`: `target` is no longer true, as of
 * `validUntil` or else of `saidAt`.
 * A `target` that is not in the scope, or not there any more, is no target.
 */
export interface MemoryOperation {
  readonly kind: MemoryOperationKind;
  /** A memory's id. */
  readonly target?: string;
  readonly text: string;
  readonly category: MemoryCategory;
  /** What it is about, in a few words of whatever language: "favourite colour", "lives in". The same key means the same topic. */
  readonly key?: string | null;
  /** Of this key one is true at a time. */
  readonly single?: boolean;
  /** 0-1. */
  readonly confidence: number;
  /** 1-10. */
  readonly importance: number;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
  /** In which messages it was said. One that was counted before is not counted again. */
  readonly messageIds: readonly string[];
  /** When the last of them was said. */
  readonly saidAt: Date;
  /** It would tell us what to do: it is held until the operator approves it. */
  readonly instructionLike: boolean;
}

/** Where operations come from. */
export interface MemoryWrite extends MemoryScope {
  /** The chat of the messages; null when there are none. */
  readonly chatId: string | null;
  readonly origin: MemoryOrigin;
}

/** What became of operations. */
export interface MemoryOutcome {
  /** Ids of memories that are new, of those that were said again, and of those that ended. */
  readonly added: readonly string[];
  readonly reinforced: readonly string[];
  readonly closed: readonly string[];
}
