import type { Statement } from '#database';

/**
 * What `unknown` turned out to have been is told later, by the network or by the operator. So is what its connector went away with while it was
 * sending: nobody may ever come back to it, and no place is kept for that. $2 now.
 */
const ENDED_SQL = `
  engagements.outbox_id IS NOT NULL AND engagements.sent_at IS NULL AND (
    engagements.status = 'approved' AND (outbox.id IS NULL
      OR outbox.state IN ('sent', 'dropped', 'failed', 'unknown')
      OR outbox.state = 'sending' AND outbox.gated_at < $2::timestamptz - interval '1 hour')
    OR engagements.status = 'failed' AND engagements.reason = 'unknown' AND outbox.state IN ('sent', 'failed')
  )`;

/** Handed over, with an end in the outbox that is not written down yet. */
export const UNSETTLED: Statement = {
  name: 'engagement.unsettled',
  text: `
SELECT engagements.id, engagements.contact_id FROM engagements LEFT JOIN outbox ON outbox.id = outbox_id
WHERE ${ENDED_SQL} ORDER BY handed_at LIMIT $1::integer`,
};

export const LOCK_PEOPLE: Statement = {
  name: 'engagement.lock-settled',
  text: `
SELECT 1 FROM engagement_people WHERE contact_id = ANY($1::uuid[]) ORDER BY contact_id FOR UPDATE`,
};

/**
 * The words are the message's from now on. What surely never left is given back; what may have left counts in every cap, and so does what the
 * outbox knows no more.
 */
export const SETTLE: Statement = {
  name: 'engagement.settle',
  text: `
WITH ended AS (
  SELECT engagements.id, coalesce(outbox.sent_at, outbox.gated_at) AS left_at, messages.id AS message_id,
    CASE
      WHEN outbox.state = 'sent' THEN 'sent'
      WHEN outbox.state = 'dropped' AND outbox.reason = 'expired' THEN 'expired'
      WHEN outbox.state = 'dropped' THEN 'skipped'
      ELSE 'failed' END AS end_state,
    CASE
      WHEN outbox.id IS NULL THEN 'outbox-gone'
      WHEN outbox.state IN ('unknown', 'sending') THEN 'unknown'
      WHEN outbox.state <> 'sent' THEN coalesce(outbox.reason, outbox.state) END AS end_reason,
    coalesce(outbox.state IN ('dropped', 'failed'), false) AS never_left
  FROM engagements
  LEFT JOIN outbox ON outbox.id = outbox_id
  LEFT JOIN messages ON messages.chat_id = outbox.chat_id AND messages.external_id = outbox.message_id AND messages.participant = ''
  WHERE engagements.id = ANY($1::uuid[]) AND ${ENDED_SQL}
)
UPDATE engagements SET status = end_state, reason = end_reason, body = NULL, pending_slot = NULL, queue_slot = NULL,
  sent_at = CASE WHEN end_state = 'sent' THEN left_at END,
  message_id = CASE WHEN never_left THEN NULL ELSE ended.message_id END,
  handed_at = CASE WHEN NOT never_left THEN handed_at END,
  outbox_id = CASE WHEN NOT never_left THEN outbox_id END
FROM ended WHERE engagements.id = ended.id
RETURNING engagements.id, contact_id AS "contactId", chat_id AS "chatId", type, status, reason, never_left AS "neverLeft"`,
};

/** As if they had not been written to. One who has returned twice in one go is counted twice. */
export const RETURN_SQL = `
UPDATE engagement_people AS people SET
  unanswered = greatest(0, unanswered - returned.count),
  last_engaged_at = (SELECT max(handed_at) FROM engagements WHERE engagements.contact_id = people.contact_id)
FROM (SELECT contact_id, count(*)::smallint AS count FROM unnest($1::uuid[]) AS contact_id GROUP BY contact_id) AS returned
WHERE people.contact_id = returned.contact_id`;

/** The last word of the person stays what it was: who never answers grows distant all the same. */
export const REACHED_OUT: Statement = {
  name: 'engagement.reached-out',
  text: `
UPDATE relationships SET last_reached_out_at = greatest(last_reached_out_at, sent_at)
FROM engagements
WHERE engagements.id = ANY($1::uuid[]) AND relationships.contact_id = engagements.contact_id
  AND relationships.character_id = engagements.character_id`,
};
