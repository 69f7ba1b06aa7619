import type { Statement } from '#database';

import type { AccountHoldReason } from './pace-gate.js';

export interface PacingRow {
  readonly tokens: number | null;
  readonly refilled_at: Date | null;
  readonly held_until: Date | null;
  readonly held_reason: AccountHoldReason | null;
  readonly stopped_at: Date | null;
  readonly warm_since: Date | null;
  /** Messages of ours that passed the gate in this chat in the last 24 hours. */
  readonly sent_last_day: number;
}

/** Comes after the chat's lock, in a statement of its own: it must see what others committed while we waited. */
export const LOCK_PACING: Statement = {
  name: 'outbox.lock-pacing',
  text: `
SELECT tokens, refilled_at, held_until, held_reason, stopped_at, warm_since, (
    SELECT count(*)::integer FROM outbox WHERE chat_id = $2 AND gated_at > $3 AND state <> 'queued'
  ) AS sent_last_day
FROM account_pacing AS pacing WHERE account_id = $1 FOR UPDATE`,
};

export const BEGIN_PACING_SQL = 'INSERT INTO account_pacing (account_id) VALUES ($1) ON CONFLICT DO NOTHING';

export interface PaceFactsRow {
  readonly last_in_chat_at: Date | null;
  readonly new_contact: boolean;
  readonly new_contacts_at: Date[];
}

/** Comes after the lock on the account's pacing. An attempt that surely never arrived leaves a stranger a stranger. */
export const PACE_FACTS: Statement = {
  name: 'outbox.pace-facts',
  text: `
SELECT
  (SELECT max(gated_at) FROM outbox WHERE chat_id = $1 AND id <> $2) AS last_in_chat_at,
  chats.kind = 'direct' AND NOT EXISTS (
    SELECT 1 FROM messages
    WHERE messages.chat_id = $1 AND external_id <> $3 AND author <> 'system' AND ack IS DISTINCT FROM -1
  ) AS new_contact,
  ARRAY(
    SELECT gated_at FROM outbox
    WHERE account_id = chats.account_id AND first_contact AND id <> $2 AND gated_at > $4 ORDER BY gated_at DESC LIMIT 1000
  ) AS new_contacts_at
FROM chats WHERE chats.id = $1`,
};

export const TAKE_TOKEN: Statement = {
  name: 'outbox.take-token',
  text: `
UPDATE account_pacing SET tokens = $2, refilled_at = $3, warm_since = coalesce(warm_since, $3), held_until = NULL, held_reason = NULL
WHERE account_id = $1`,
};

/** The account rests, all of it. A longer rest that was ordered before stays. */
export const HOLD_ACCOUNT_SQL = `
INSERT INTO account_pacing AS pacing (account_id, held_until, held_reason) VALUES ($1, $2, $3)
ON CONFLICT (account_id) DO UPDATE SET
  held_reason = CASE WHEN pacing.held_until > excluded.held_until THEN pacing.held_reason ELSE excluded.held_reason END,
  held_until = greatest(pacing.held_until, excluded.held_until)`;
