/** `$1` is the message and `$2` the lease under which it is being sent; the row of another lease stays as it is. */
const OURS = `WHERE id = $1 AND fencing_token = $2 AND state = 'sending'`;

const STORED = (step: string): string =>
  `FROM ${step} WHERE messages.chat_id = ${step}.chat_id AND external_id = ${step}.message_id AND participant = ''`;

export const SENT_SQL = `
WITH settled AS (
  UPDATE outbox SET state = 'sent', reason = NULL, sent_at = coalesce(sent_at, $3)
  WHERE id = $1 AND fencing_token = $2 AND state IN ('sending', 'sent') RETURNING chat_id, message_id
)
UPDATE messages SET ack = greatest(ack, $4::smallint) ${STORED('settled')}`;

export const UNKNOWN_SQL = `UPDATE outbox SET state = 'unknown', reason = $3, unknown_at = $4 ${OURS}`;

export const AGAIN_SQL = `UPDATE outbox SET state = 'queued', reason = $4, not_before = $3 ${OURS}`;

export const FAILED_SQL = `
WITH failed AS (
  UPDATE outbox SET state = 'failed', reason = $3 ${OURS} RETURNING chat_id, message_id
)
UPDATE messages SET ack = -1 ${STORED('failed')}`;

export const ADOPT_SQL = `
UPDATE outbox SET fencing_token = $2
WHERE account_id = $1 AND state = 'sending' AND fencing_token <= $2
RETURNING id AS "outboxId", message_id AS "messageId", address, attempts`;

/** An ack from the server is proof that the message left, whatever we thought of it. An error counts only while nothing better is known. */
export const ACK_SQL = `
WITH acknowledged AS (
  UPDATE outbox SET
    state = CASE WHEN $2 >= 1 THEN 'sent' ELSE state END,
    reason = CASE WHEN $2 >= 1 THEN NULL ELSE reason END,
    sent_at = CASE WHEN $2 >= 1 THEN coalesce(sent_at, $3) ELSE sent_at END
  WHERE message_id = $1 RETURNING chat_id, message_id
)
UPDATE messages SET ack = CASE WHEN $2 = -1 AND ack > 0 THEN ack WHEN $2 = -1 THEN -1 ELSE greatest(ack, $2::smallint) END
${STORED('acknowledged')}`;

export const RESOLVE_SENT_SQL = `
WITH resolved AS (
  UPDATE outbox SET state = 'sent', reason = 'resolved', sent_at = coalesce(sent_at, gated_at)
  WHERE id = $1 AND state = 'unknown' RETURNING account_id, chat_id, message_id
), stored AS (
  UPDATE messages SET ack = greatest(ack, 1::smallint) ${STORED('resolved')}
)
SELECT account_id FROM resolved`;

export const RESOLVE_NOT_SENT_SQL = `
WITH resolved AS (
  UPDATE outbox SET state = 'failed', reason = 'resolved' WHERE id = $1 AND state = 'unknown' RETURNING account_id, chat_id, message_id
), stored AS (
  UPDATE messages SET ack = -1 ${STORED('resolved')}
)
SELECT account_id FROM resolved`;

/** The operator lets it go by hand, as a draft that was approved. */
export const RESOLVE_RETRY_SQL = `
WITH resolved AS (
  UPDATE outbox SET state = 'queued', reason = 'try-again', attempts = 0, not_before = $2, approved_at = $2, expires_at = NULL
  WHERE id = $1 AND state = 'unknown' RETURNING account_id
)
SELECT account_id FROM resolved`;
