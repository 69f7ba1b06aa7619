import type { QueuedMessage, Refusal } from './send-gate.js';

/**
 * What the pace of an account makes of a message that nobody asked for: it may be held while it is of use, and is dropped where it would be too
 * late then, or where no more strangers may be written to today.
 */
export function inTime({ origin, expiresAt }: Pick<QueuedMessage, 'origin' | 'expiresAt'>, refusal: Refusal): Refusal {
  if (origin !== 'proactive' || refusal.kind !== 'hold') return refusal;
  if (refusal.reason === 'new-contacts') return { kind: 'drop', reason: 'new-contacts' };
  return expiresAt && refusal.until >= expiresAt ? { kind: 'drop', reason: 'expired' } : refusal;
}
