import { AppError } from '#kernel';
import type { Ack, Lookup } from '#whatsapp';

/** What becomes of an outbox row after a try, or after a crash in the middle of one. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly ack: Ack }
  /** Surely not sent. `retryAfterMs`: WhatsApp asked the whole account to wait. */
  | { readonly kind: 'again'; readonly retryAfterMs?: number }
  /** Surely not sent, and never will be; the reason is for the operator. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

const MAX_REASON = 300;

/** What a failed try proves by itself; undefined when the history has to be asked. */
export function outcomeOfError(error: unknown): SendOutcome | undefined {
  if (!(error instanceof AppError)) return undefined;
  switch (error.code) {
    case 'whatsapp.send-failed':
    case 'whatsapp.not-connected': {
      const { retryAfterSeconds } = error;
      return { kind: 'again', ...(retryAfterSeconds && { retryAfterMs: retryAfterSeconds * 1_000 }) };
    }
    case 'whatsapp.send-rejected':
    case 'whatsapp.not-capable':
      return { kind: 'refused', reason: error.message.slice(0, MAX_REASON) };
    default:
      return undefined;
  }
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
