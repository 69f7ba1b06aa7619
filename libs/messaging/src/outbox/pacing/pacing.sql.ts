import type { AccountHoldReason } from './pace-gate.js';

/** An account's pacing, as the gate has locked it. */
export interface PacingRow {
  readonly tokens: number | null;
  readonly refilled_at: Date | null;
  readonly held_until: Date | null;
  readonly held_reason: AccountHoldReason | null;
  readonly stopped_at: Date | null;
  readonly warm_since: Date | null;
}

export const BEGIN_PACING_SQL = 'INSERT INTO account_pacing (account_id) VALUES ($1) ON CONFLICT DO NOTHING';

/** What `PACE_SQL` answers with. */
export interface PaceRow {
  readonly last_in_chat_at: Date | null;
  readonly new_contact: boolean;
  /** Null unless it was asked for. */
  readonly new_contacts_at: Date[] | null;
}

/**
 * Columns beside the chat `own`, for the message `$2` with the id `$3` at WhatsApp, if `$7`; the account's pacing is locked. `$6` is a day ago. An
 * attempt that surely never arrived leaves a stranger a stranger.
 */
export const PACE_SQL = `
  CASE WHEN $7 THEN (SELECT max(gated_at) FROM outbox WHERE chat_id = $1 AND id <> $2) END AS last_in_chat_at,
  $7::boolean AND own.kind = 'direct' AND NOT EXISTS (
    SELECT 1 FROM messages
    WHERE messages.chat_id = $1 AND external_id <> $3 AND author <> 'system' AND ack IS DISTINCT FROM -1
  ) AS new_contact,
  CASE WHEN $7 THEN ARRAY(
    SELECT gated_at FROM outbox
    WHERE account_id = own.account_id AND first_contact AND id <> $2 AND gated_at > $6 ORDER BY gated_at DESC LIMIT 1000
  ) END AS new_contacts_at`;

/** The account rests, all of it. A longer rest that was ordered before stays. */
export const HOLD_ACCOUNT_SQL = `
INSERT INTO account_pacing AS pacing (account_id, held_until, held_reason) VALUES ($1, $2, $3)
ON CONFLICT (account_id) DO UPDATE SET
  held_reason = CASE WHEN pacing.held_until > excluded.held_until THEN pacing.held_reason ELSE excluded.held_reason END,
  held_until = greatest(pacing.held_until, excluded.held_until)`;
