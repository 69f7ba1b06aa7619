import type { Statement } from '#database';

/**
 * Which of the given messages the chat holds from its phone: what the same side (the owner, and we for the owner, are one) said in the same
 * minute or second, in the same words, is the same message, as many times as it is there. What was deleted is known by its time alone.
 */
export const LIVE_TWINS: Statement = {
  name: 'history.live-twins',
  text: `
WITH input AS (
  SELECT side, date_trunc($3, sent_at) AS at, words::tsvector AS words, deleted, place,
    row_number() OVER (PARTITION BY side, date_trunc($3, sent_at), words, deleted ORDER BY place) AS nth
  FROM unnest($4::text[], $5::timestamptz[], $6::text[], $7::boolean[]) WITH ORDINALITY AS input (side, sent_at, words, deleted, place)
), stored AS (
  SELECT CASE author WHEN 'assistant' THEN 'owner' ELSE author END AS side, date_trunc($3, sent_at) AS at,
    CASE WHEN revoked_at IS NULL THEN search END AS words, revoked_at IS NOT NULL AS deleted, id
  FROM messages
  WHERE chat_id = $1 AND NOT starts_with(external_id, $2)
    AND sent_at >= (SELECT min(at) FROM input) AND sent_at < (SELECT max(at) FROM input) + interval '1 minute'
), counted AS (
  SELECT *, row_number() OVER (PARTITION BY side, at, words, deleted ORDER BY id) AS nth FROM stored
)
SELECT (place - 1)::integer AS place FROM input JOIN counted USING (side, at, deleted, nth)
WHERE input.words IS NOT DISTINCT FROM counted.words`,
};
