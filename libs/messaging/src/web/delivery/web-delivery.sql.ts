import type { GateRow } from '../../outbox/outbox-gate.sql.js';
import type { AnswerTraits } from '../../traits/answer-traits.js';

/** The next message of a web chat, with what the gate has to know. */
export interface WebRow extends GateRow {
  readonly contact_id: string;
  readonly traits: AnswerTraits | null;
  readonly part: number;
  readonly parts: number;
  readonly sent_last_day: number;
  /** Nobody can be told anything in it any more. */
  readonly deleted: boolean;
}

/** Of each chat the message that is looked at next, and the next of those that are paused. */
const HEADS_SQL = `
SELECT DISTINCT ON (chat_id, coalesce(reason, '') = 'paused') chat_id, position, not_before
FROM outbox WHERE account_id = $1 AND state = 'queued'
ORDER BY chat_id, coalesce(reason, '') = 'paused', position`;

/** Chats in which something may be looked at now, the longest waiting first. */
export const DUE_CHATS_SQL = `
SELECT chat_id AS id FROM (${HEADS_SQL}) AS heads WHERE not_before <= $2 GROUP BY chat_id ORDER BY min(position) LIMIT $3`;

/** When something has to be looked at next. */
export const NEXT_DUE_SQL = `SELECT min(not_before) AS due FROM (${HEADS_SQL}) AS heads`;

export const LOCK_CHAT_SQL = `SELECT 1 FROM chats WHERE id = $1 AND channel = 'web' FOR UPDATE`;

/** Whoever holds the chat looks at it again when it is done, or soon. */
export const TRY_CHAT_SQL = `${LOCK_CHAT_SQL} SKIP LOCKED`;

/** Run with the chat locked. A message waits for every earlier one of its chat that is not paused; no answer waits for what nobody asked for. */
export const NEXT_OF_CHAT_SQL = `
SELECT outbox.*, chats.contact_id, chats.external_id, chats.opted_out_at, chats.taken_over_until, chats.reply_mode,
  conversations.status = 'deleted' AS deleted,
  (SELECT count(*)::integer FROM outbox AS siblings WHERE siblings.state <> 'dropped'
     AND (siblings.turn_id = outbox.turn_id OR siblings.idempotency_key = outbox.idempotency_key)) AS parts,
  (SELECT count(*)::integer FROM outbox AS gated WHERE gated.chat_id = $1 AND gated.gated_at > $3) AS sent_last_day
FROM outbox JOIN chats ON chats.id = outbox.chat_id JOIN conversations ON conversations.chat_id = chats.id
WHERE outbox.chat_id = $1 AND outbox.state = 'queued' AND outbox.not_before <= $2
  AND NOT EXISTS (
    SELECT 1 FROM outbox AS earlier
    WHERE earlier.chat_id = $1 AND earlier.state = 'queued' AND earlier.position < outbox.position
      AND coalesce(earlier.reason, '') <> 'paused' AND earlier.origin <> 'proactive'
  )
ORDER BY outbox.position LIMIT 1 FOR UPDATE OF outbox`;

/** What takes the place of the network: sent, stored and delivered at once. */
export const DELIVER_SQL = `
WITH delivered AS (
  UPDATE outbox SET state = 'sent', reason = NULL, attempts = attempts + 1, gated_at = $2, sent_at = $2, address = $3 WHERE id = $1
), stored AS (
  INSERT INTO messages (id, chat_id, external_id, author, subject_id, kind, body, search, quoted_id, ack, turn_id, sent_at, stored_at)
  VALUES ($4, $5, $6, 'assistant', $7, $8, $9, $10::tsvector, $11, 2, $12, $2, $2)
), known AS (
  INSERT INTO message_traits (message_id, chat_id, tokens, generation_ms, model, mood, nsfw_level, response_id, part, parts, character_id)
  VALUES ($4, $5, $13, $14, $15, $16, $17, $12, $18, $19, $20)
)
UPDATE chats SET message_count = message_count + 1, first_message_at = least(first_message_at, $2),
  last_message_at = greatest(last_message_at, $2)
WHERE id = $5`;

/** The next part of the same answer is typed first. */
export const FOLLOWING_PART_SQL = `
SELECT id, subject_id, body FROM outbox
WHERE chat_id = $1 AND state = 'queued' AND part = $3 + 1 AND (turn_id = $2 OR idempotency_key = $4) LIMIT 1 FOR UPDATE`;

export const TYPE_SQL = `UPDATE outbox SET not_before = greatest(not_before, $2), typing_until = $2 WHERE id = $1`;

export const FAIL_WEB_SQL = `UPDATE outbox SET state = 'failed', reason = $2 WHERE id = $1 AND state = 'queued'`;
