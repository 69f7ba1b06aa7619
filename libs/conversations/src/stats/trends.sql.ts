/** `$1` are the bounds of the days, the end of the last one included; day 1 is the first. */
const BOUNDS = '$1::timestamptz[]';
const FIRST = `(${BOUNDS})[1]`;
const END = `(${BOUNDS})[cardinality(${BOUNDS})]`;
const BETWEEN = `sent_at >= ${FIRST} AND sent_at < ${END}`;

export interface VolumeRow {
  readonly day: number;
  readonly inbound: number;
  readonly outbound: number;
}

export const VOLUME_SQL = `
SELECT width_bucket(sent_at, ${BOUNDS}) AS day,
  (count(*) FILTER (WHERE author = 'contact'))::integer AS inbound,
  (count(*) FILTER (WHERE author IN ('owner', 'assistant')))::integer AS outbound
FROM messages WHERE ${BETWEEN} GROUP BY day`;

export interface LabelRow {
  readonly day: number;
  readonly facet: 'sentiment' | 'category';
  readonly value: string;
  readonly messages: number;
}

export const LABELS_SQL = `
SELECT width_bucket(sent_at, ${BOUNDS}) AS day, facet, value, count(*)::integer AS messages
FROM messages
JOIN message_labels ON message_labels.message_id = messages.id AND facet IN ('sentiment', 'category')
CROSS JOIN unnest("values") AS value
WHERE ${BETWEEN} AND author = 'contact'
GROUP BY day, facet, value`;

export interface ResponseRow {
  readonly day: number;
  readonly asked: number;
  readonly answered: number;
  readonly median: number | null;
  readonly p90: number | null;
}

/**
 * In each direct chat the word goes to and fro: what a contact says first after us waits for an answer, and what we say first after it is the
 * answer. A day more is read before, so that what was asked then is not taken for a question of the first day; an answer that came after the
 * last day is looked up.
 */
export const RESPONSES_SQL = `
WITH said AS (
  SELECT chat_id, sent_at, messages.id, author <> 'contact' AS ours,
    lag(author <> 'contact') OVER (PARTITION BY chat_id ORDER BY sent_at, messages.id) AS ours_before
  FROM messages JOIN chats ON chats.id = chat_id AND chats.kind = 'direct'
  WHERE author IN ('contact', 'owner', 'assistant') AND sent_at >= ${FIRST} - interval '1 day' AND sent_at < ${END}
), turns AS (
  SELECT chat_id, ours, sent_at AS asked_at, lead(sent_at) OVER (PARTITION BY chat_id ORDER BY sent_at, id) AS answered_at
  FROM said WHERE ours IS DISTINCT FROM ours_before
), questions AS (
  SELECT asked_at, coalesce(answered_at, (
    SELECT later.sent_at FROM messages AS later
    WHERE later.chat_id = turns.chat_id AND later.sent_at >= ${END} AND later.author IN ('owner', 'assistant')
    ORDER BY later.sent_at, later.id LIMIT 1)) AS answered_at
  FROM turns WHERE NOT ours AND asked_at >= ${FIRST}
)
SELECT width_bucket(asked_at, ${BOUNDS}) AS day, count(*)::integer AS asked, count(answered_at)::integer AS answered,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM answered_at - asked_at)) AS median,
  percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM answered_at - asked_at)) AS p90
FROM questions GROUP BY day`;

/** Messages of archives that reach into the days. */
export const ARCHIVED_SQL = `
SELECT coalesce(sum(message_count), 0)::integer AS messages FROM archives
WHERE first_message_at < ${END} AND last_message_at >= ${FIRST}`;
