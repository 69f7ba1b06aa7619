import type { Statement } from '#database';

/**
 * Sent, and not known yet whether answered, of whom there is something to know: they have written in that chat, said STOP in any, or a day is
 * over. $1 a day ago, $2 how many.
 */
export const UNJUDGED: Statement = {
  name: 'engagement.unjudged',
  text: `
SELECT engagements.id, engagements.contact_id AS "contactId", engagements.chat_id AS "chatId", account_id AS "accountId", type,
  engagements.sent_at AS "sentAt", left_at AS "optedOutAt", answer.sent_at AS "heardAt", answer.id AS "answerId",
  answer.subject_id AS "subjectId", answer.body, answer.sentiment
FROM engagements
LEFT JOIN LATERAL (
  SELECT min(opted_out_at) AS left_at FROM chats
  WHERE chats.contact_id = engagements.contact_id AND kind = 'direct' AND opted_out_at > engagements.sent_at
) AS chats ON true
LEFT JOIN LATERAL (
  SELECT messages.id, messages.sent_at, subject_id, body, values[1] AS sentiment
  FROM messages LEFT JOIN message_labels ON message_id = messages.id AND facet = 'sentiment'
  WHERE messages.chat_id = engagements.chat_id AND author = 'contact' AND messages.sent_at > engagements.sent_at
  ORDER BY messages.sent_at, messages.id LIMIT 1
) AS answer ON true
WHERE status = 'sent' AND outcome IS NULL
  AND (engagements.sent_at < $1 OR left_at IS NOT NULL OR answer.id IS NOT NULL)
ORDER BY engagements.sent_at LIMIT $2`,
};

/** One of each: id, outcome, when answered, after how many ms, how it sounds. A STOP after an answer, within the day, is what counts. */
export const JUDGE: Statement = {
  name: 'engagement.judge',
  text: `
UPDATE engagements SET outcome = judged.outcome, answered_at = judged.answered_at, response_ms = judged.response_ms,
  sentiment = judged.sentiment, status = CASE WHEN judged.outcome = 'answered' THEN 'answered' ELSE status END
FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::bigint[], $5::real[]) AS judged (id, outcome, answered_at, response_ms, sentiment)
WHERE engagements.id = judged.id AND engagements.status = 'sent' AND engagements.outcome IS NULL
RETURNING engagements.id`,
};

/** Answered, and then STOP within the day: $1 a day ago, $2 until when whoever did so is left alone. */
export const REGRETTED: Statement = {
  name: 'engagement.regretted',
  text: `
WITH regretted AS (
  UPDATE engagements SET status = 'sent', outcome = 'opted_out'
  WHERE created_at > $1::timestamptz - interval '7 days' AND status = 'answered' AND sent_at > $1 AND EXISTS (
    SELECT 1 FROM chats
    WHERE chats.contact_id = engagements.contact_id AND kind = 'direct'
      AND opted_out_at > engagements.sent_at AND opted_out_at <= engagements.sent_at + interval '1 day'
  )
  RETURNING id, contact_id, chat_id, account_id, type
), paused AS (
  UPDATE engagement_people SET paused_until = greatest(paused_until, $2) WHERE contact_id IN (SELECT contact_id FROM regretted)
)
SELECT id, contact_id AS "contactId", chat_id AS "chatId", account_id AS "accountId", type FROM regretted`,
};

/** Whom it did no good is left alone: $2 until then. */
export const PAUSE_SQL = `
UPDATE engagement_people SET paused_until = greatest(paused_until, $2) WHERE contact_id = ANY($1::uuid[])`;
