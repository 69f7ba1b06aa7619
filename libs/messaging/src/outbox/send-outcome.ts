import { AppError } from '#kernel';
import type { Ack, Lookup } from '#whatsapp';

/** What becomes of an outbox row after a try, or after a crash in the middle of one. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly ack: Ack }
  | { readonly kind: 'again' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Whether a failed try proves that nothing left. */
export function surelyNotSent(error: unknown): boolean {
  return (
    error instanceof AppError && (error.code === 'whatsapp.send-failed' || error.code === 'whatsapp.not-connected')
  );
}

/**
 * Decides from the account's own history, asked for the pre-made id. Found: it left (an error ack may be tried again under
 * the same id). Not found counts as "never left" only when the history is complete. Never a second id, never a guess.
 */
export function outcomeOf(lookup: Lookup): SendOutcome {
  if (lookup.found) return lookup.ack === -1 ? { kind: 'again' } : { kind: 'sent', ack: lookup.ack };
  return lookup.historyComplete ? { kind: 'again' } : { kind: 'unknown', reason: 'history-incomplete' };
}

/** Wait before try number `attempts + 1`, in ms: 2 s doubling to 2 min. */
export function retryDelayMs(attempts: number): number {
  return Math.min(2_000 * 2 ** Math.max(0, attempts - 1), 120_000);
}
