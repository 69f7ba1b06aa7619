import type { ReadOperation } from '../src/facts/lifecycle/known-memory.js';

/** Something that was said, as the lifecycle reads it. */
export function newOperation(changes: Partial<ReadOperation> = {}): ReadOperation {
  return {
    kind: 'add',
    wording: 'likes coffee',
    topic: null,
    category: 'preference',
    confidence: 0.9,
    importance: 5,
    validFrom: null,
    validUntil: null,
    messageIds: ['m1'],
    saidAt: new Date('2026-03-01T12:00:00Z'),
    instructionLike: false,
    ...changes,
  };
}
