import type { MemoryCategory } from './memory-category.js';
import type { MemoryScope } from './memory-scope.js';

/**
 * `active` is used. `pending` is below the threshold and waits to be said again, or for the operator. `held` reads like an order to us and
 * waits for the operator. `closed` is over, or was replaced, and is kept for history. What is forgotten has no row.
 */
export const MEMORY_STATUSES = ['active', 'pending', 'held', 'closed'] as const;
export type MemoryStatus = (typeof MEMORY_STATUSES)[number];

/** Why it is in its status; null when it simply is. */
export const MEMORY_REASONS = [
  'below-threshold',
  'instruction-like',
  'contradicted',
  'ended',
  'late',
  'edited',
  'merged',
  'rejected',
] as const;
export type MemoryReason = (typeof MEMORY_REASONS)[number];

/** `manual`: by the operator; `reflection`: made at night from others. */
export const MEMORY_ORIGINS = ['said', 'manual', 'reflection', 'imported'] as const;
export type MemoryOrigin = (typeof MEMORY_ORIGINS)[number];

/** The numbers and times of a memory, without its text. */
export interface MemoryRecord {
  readonly id: string;
  readonly category: MemoryCategory;
  readonly status: MemoryStatus;
  readonly reason: MemoryReason | null;
  readonly origin: MemoryOrigin;
  /** 0-1. */
  readonly confidence: number;
  /** 1-10. */
  readonly importance: number;
  readonly firstMentionedAt: Date;
  readonly lastReinforcedAt: Date;
  /** How often it was said, the first time included. */
  readonly reinforcementCount: number;
  /** When it is true in the world; null: not known, or without an end. */
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
  /** When we held it for current. */
  readonly knownFrom: Date;
  readonly knownUntil: Date | null;
  /** What it is about as a keyed hash, such as of "favourite colour"; null when it is about nothing in particular. */
  readonly topic: string | null;
  /** Of its topic one is true at a time: a new one ends the old one. */
  readonly single: boolean;
  readonly replacesId: string | null;
  readonly replacedById: string | null;
}

/** A memory, opened. */
export interface MemoryFact extends MemoryRecord, MemoryScope {
  readonly text: string;
}

/** The message in which something was said. The message may be gone. */
export interface MemorySource {
  readonly messageId: string;
  readonly chatId: string;
}
