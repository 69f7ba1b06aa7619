import type { Statement } from '#database';

import type { ReplyMode } from '../chats/chat.entity.js';
import { LOCK_THEIRS_SQL, type PlannedRow } from './heard-since.js';
import type { ContentRow } from './outbox-contents.service.js';
import type { OutboxOrigin } from './outbox.entity.js';
import type { PacingRow } from './pacing/pacing.sql.js';
import type { QueuedMessage } from './send-gate.js';

export interface GateRow extends ContentRow, PlannedRow {
  readonly account_id: string;
  readonly turn_id: string | null;
  readonly idempotency_key: string | null;
  readonly address: string | null;
  readonly origin: OutboxOrigin;
  readonly quoted_id: string | null;
  readonly typing_until: Date | null;
  readonly attempts: number;
  readonly expires_at: Date | null;
  readonly approved_at: Date | null;
  readonly external_id: string;
  readonly opted_out_at: Date | null;
  readonly taken_over_until: Date | null;
  readonly quiet_until: Date | null;
  readonly reply_mode: ReplyMode | null;
}

/** What the gate asks of a message. */
export function queuedMessage(row: GateRow): QueuedMessage {
  return { origin: row.origin, expiresAt: row.expires_at, approved: row.approved_at !== null };
}

/** What waits in an account now. */
export interface WaitingRow {
  /** The message that is looked at next; null when none may be. */
  readonly id: string | null;
  /** Others are due beside it: ask again when it has been looked at. What is put in later rings the bell. */
  readonly more: boolean;
  /** Reactions or read marks are due. */
  readonly gestures: boolean;
}

/**
 * A message waits for every earlier one of its chat that has not ended. Past one that is paused, or held as a first word to a stranger, others
 * may go, since they may come under another rule: the operator's own, an answer to somebody who wrote meanwhile. Nobody's answer waits for
 * what nobody asked for. In an account that rests or was stopped, nothing is looked at. Answers with one row, whatever waits.
 */
export const NEXT: Statement = {
  name: 'outbox.next',
  text: `
WITH next AS (
  SELECT id FROM outbox AS candidate
  WHERE account_id = $1 AND state = 'queued' AND not_before <= $2
    AND NOT EXISTS (SELECT 1 FROM account_pacing WHERE account_id = $1 AND (stopped_at IS NOT NULL OR held_until > $2))
    AND NOT EXISTS (
      SELECT 1 FROM outbox AS earlier
      WHERE earlier.chat_id = candidate.chat_id AND earlier.state IN ('queued', 'sending') AND earlier.position < candidate.position
        AND coalesce(earlier.reason, '') NOT IN ('paused', 'new-contacts')
        AND (earlier.origin <> 'proactive' OR earlier.state = 'sending')
    )
  ORDER BY position LIMIT 1
)
SELECT next.id,
  next.id IS NOT NULL AND EXISTS (
    SELECT 1 FROM outbox AS other WHERE account_id = $1 AND state = 'queued' AND not_before <= $2 AND other.id <> next.id
  ) AS more,
  EXISTS (SELECT 1 FROM chat_gestures WHERE account_id = $1 AND not_before <= $2) AS gestures
FROM (VALUES (true)) AS always LEFT JOIN next ON true`,
};

/** With all that is locked. */
export interface LockedRow extends GateRow, PacingRow {
  /** The chats of its person that nobody else has, for what nobody asked for. */
  readonly theirs: readonly string[];
}

/**
 * The account's row is shared-locked: its lease cannot change hands before this transaction ends. Its pacing comes last of what is waited for:
 * whoever has that waits for no chat any more. Only then come the other chats of its person, as of `LOCK_THEIRS_SQL`; one that they have had
 * for a shorter time than we waited is not among them.
 */
export const LOCK: Statement = {
  name: 'outbox.lock',
  text: `
WITH locked AS MATERIALIZED (
  SELECT outbox.id, outbox.subject_id, outbox.kind, body, template, outbox.account_id, chat_id, turn_id, idempotency_key, message_id, address, origin,
    quoted_id, typing_until, attempts, expires_at, approved_at, unless_heard_since, chats.contact_id, chats.external_id, chats.opted_out_at,
    chats.taken_over_until, chats.quiet_until, chats.reply_mode, tokens, refilled_at, held_until, held_reason, stopped_at, warm_since
  FROM outbox
  JOIN chats ON chats.id = outbox.chat_id
  JOIN accounts ON accounts.id = outbox.account_id AND accounts.fencing_token = $2 AND accounts.lease_expires_at > now()
  JOIN account_pacing AS pacing ON pacing.account_id = outbox.account_id
  WHERE outbox.id = $1 AND outbox.state = 'queued'
  FOR UPDATE OF chats, outbox FOR SHARE OF accounts FOR UPDATE OF pacing
), theirs AS (
  SELECT chats.id FROM locked JOIN chats ON chats.contact_id = locked.contact_id AND chats.kind = 'direct'
  WHERE unless_heard_since IS NOT NULL ${LOCK_THEIRS_SQL}
)
SELECT locked.*, ARRAY(SELECT id FROM theirs) AS theirs FROM locked`,
};

/** Before the first message of an account there is nothing to lock. Parameters as of `LOCK`. */
export const BEGIN_SQL = `
INSERT INTO account_pacing (account_id)
SELECT accounts.id FROM outbox
JOIN accounts ON accounts.id = outbox.account_id AND accounts.fencing_token = $2 AND accounts.lease_expires_at > now()
WHERE outbox.id = $1 ON CONFLICT DO NOTHING`;

/** With what is left of the account's allowance (`$15`), where it has one. */
export const MARK: Statement = {
  name: 'outbox.mark',
  text: `
WITH marked AS (
  UPDATE outbox SET state = 'sending', reason = NULL, attempts = attempts + 1, gated_at = $2, fencing_token = $3, address = $4,
    first_contact = first_contact OR $5
  WHERE id = $1 RETURNING account_id, traits, part
), taken AS (
  UPDATE account_pacing SET tokens = $15, refilled_at = $16, warm_since = coalesce(warm_since, $16), held_until = NULL, held_reason = NULL
  FROM marked WHERE account_pacing.account_id = marked.account_id AND $15::double precision IS NOT NULL
), stored AS (
  INSERT INTO messages (id, chat_id, external_id, author, subject_id, kind, body, search, quoted_id, ack, turn_id, sent_at, stored_at)
  VALUES ($6, $7, $8, 'assistant', $9, $10, $11, $12::tsvector, $13, 0, $14, $2, $2)
  ON CONFLICT DO NOTHING RETURNING id, chat_id
), known AS (
  INSERT INTO message_traits (message_id, chat_id, tokens, generation_ms, model, mood, nsfw_level, response_id, part)
  SELECT stored.id, chat_id, CASE WHEN part = 0 THEN (traits->>'tokens')::integer END,
    CASE WHEN part = 0 THEN (traits->>'generationTime')::numeric::integer END, traits->>'model', traits->>'mood',
    (traits->>'nsfwLevel')::numeric::smallint, $14, part
  FROM stored, marked WHERE traits IS NOT NULL
)
UPDATE chats SET message_count = message_count + 1, first_message_at = least(first_message_at, $2),
  last_message_at = greatest(last_message_at, $2)
FROM stored WHERE chats.id = stored.chat_id`,
};

export const HOLD_SQL = `
UPDATE outbox SET reason = $2, not_before = $3, typing_until = CASE WHEN $2 = 'typing' THEN $3 ELSE typing_until END WHERE id = $1`;

/** With all parts of one text or answer: others may go past all of them or none, and they stay in order. */
export const HOLD_PARTS_SQL = `
UPDATE outbox SET reason = $2, not_before = $3
WHERE id = $1 OR state = 'queued' AND (turn_id = $4 OR idempotency_key = $5)`;

export const DRAFT_SQL = `UPDATE outbox SET state = 'draft', reason = NULL, expires_at = NULL WHERE id = $1`;

/** An earlier try may have put the message into the store of record: it never arrived. */
export const DROP_SQL = `
WITH dropped AS (
  UPDATE outbox SET state = 'dropped', reason = $2 WHERE id = $1 RETURNING chat_id, message_id
)
UPDATE messages SET ack = -1 FROM dropped
WHERE messages.chat_id = dropped.chat_id AND external_id = dropped.message_id AND participant = ''`;

export const FAIL_SQL = `
UPDATE outbox SET state = 'failed', reason = $2 FROM accounts
WHERE outbox.id = $1 AND state = 'queued' AND accounts.id = outbox.account_id AND accounts.fencing_token = $3`;
