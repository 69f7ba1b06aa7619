import type { ReadOperation } from './known-memory.js';
import { earlier } from './moments.js';

/** Numbers within their bounds, no time of speech ahead of us, no interval that ends before it begins. */
export function tidyOperation(operation: ReadOperation, now: Date): ReadOperation {
  const validFrom = moment(operation.validFrom);
  const validUntil = moment(operation.validUntil);
  return {
    ...operation,
    confidence: within(operation.confidence, 0, 1, 0),
    importance: Math.round(within(operation.importance, 1, 10, 5)),
    saidAt: earlier(moment(operation.saidAt) ?? now, now),
    validFrom,
    validUntil: validFrom && validUntil && validUntil < validFrom ? null : validUntil,
    messageIds: [...new Set(operation.messageIds)],
  };
}

function moment(date: Date | null): Date | null {
  return date && !Number.isNaN(date.getTime()) ? date : null;
}

function within(value: number, least: number, most: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : Math.min(most, Math.max(least, value));
}
