import type { Statement } from '#database';

/** `$1` is the message and `$2` the lease under which it is being sent; the row of another lease stays as it is. */
const OURS = `WHERE id = $1 AND fencing_token = $2 AND state = 'sending'`;

const STORED = (step: string): string =>
  `FROM ${step} WHERE messages.chat_id = ${step}.chat_id AND external_id = ${step}.message_id AND participant = ''`;

/** An error that WhatsApp told while the message was still being sent counts for more than that the server then took it. */
export const SENT: Statement = {
  name: 'outbox.sent',
  text: `
WITH settled AS (
  UPDATE outbox SET
    state = CASE WHEN reason = 'undelivered' AND $4::smallint <= 1 THEN 'failed' ELSE 'sent' END,
    reason = CASE WHEN reason = 'undelivered' AND $4::smallint <= 1 THEN reason END,
    sent_at = coalesce(sent_at, $3)
  WHERE id = $1 AND fencing_token = $2 AND state IN ('sending', 'sent') RETURNING chat_id, message_id, state
)
UPDATE messages SET ack = CASE WHEN settled.state = 'failed' THEN -1 ELSE greatest(ack, $4::smallint) END
${STORED('settled')}`,
};

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

/**
 * An ack from the server is proof that the message left, whatever we thought of it; one from the device, that it came. An error counts
 * while nothing of its arrival is known: then it did not come, and that the server once took it does not change that any more. Of one
 * that is still being sent the error is noted, for the end of the try.
 */
export const ACK_SQL = `
WITH acknowledged AS (
  UPDATE outbox SET
    state = CASE WHEN came OR left_us THEN 'sent' WHEN lost AND state = 'sent' THEN 'failed' ELSE state END,
    reason = CASE WHEN came OR left_us THEN NULL WHEN lost AND state IN ('sending', 'sent') THEN 'undelivered' ELSE reason END,
    sent_at = CASE WHEN came OR left_us THEN coalesce(sent_at, $3) ELSE sent_at END
  FROM (
    SELECT outbox.id, $2 >= 2 AS came, $2 = 1 AND outbox.reason IS DISTINCT FROM 'undelivered' AS left_us,
      $2 = -1 AND coalesce(messages.ack, 0) <= 1 AS lost
    FROM outbox LEFT JOIN messages ON messages.chat_id = outbox.chat_id AND messages.external_id = outbox.message_id AND messages.participant = ''
    WHERE outbox.message_id = $1
  ) AS news
  WHERE outbox.id = news.id RETURNING outbox.chat_id, outbox.message_id, outbox.reason
)
UPDATE messages SET ack = CASE
  WHEN $2 = -1 THEN CASE WHEN ack > 1 THEN ack ELSE -1 END
  WHEN $2 = 1 AND acknowledged.reason = 'undelivered' THEN ack
  ELSE greatest(ack, $2::smallint) END
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

/** The operator lets it go by hand, as a draft that was approved; what nobody asked for still leaves in time or not at all. */
export const RESOLVE_RETRY_SQL = `
WITH resolved AS (
  UPDATE outbox SET state = 'queued', reason = 'try-again', attempts = 0, not_before = $2, approved_at = $2,
    expires_at = CASE WHEN origin = 'proactive' THEN expires_at END
  WHERE id = $1 AND state = 'unknown' RETURNING account_id
)
SELECT account_id FROM resolved`;
