import type { Statement } from '#database';

/** Inserts one chat's past, once, and brings the chat's count and last message up to date. Answers how many were new. */
export const INSERT_HISTORY: Statement = {
  name: 'history.insert',
  text: `
WITH input AS (
  SELECT * FROM unnest(
    $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::text[], $8::bytea[], $9::text[], $10::timestamptz[],
    $11::timestamptz[], $12::timestamptz[]
  ) AS input (id, external_id, author, sender_id, subject_id, kind, body, search, sent_at, edited_at, revoked_at)
), inserted AS (
  INSERT INTO messages (
    id, chat_id, external_id, author, sender_id, subject_id, kind, body, search, route, route_reason, sent_at, stored_at, edited_at, revoked_at
  )
  SELECT id, $1, external_id, author, sender_id, subject_id, kind, body, search::tsvector,
    CASE WHEN author = 'contact' THEN 'skipped' END, CASE WHEN author = 'contact' THEN 'history' END,
    least(sent_at, now() + interval '1 minute'), now(), edited_at, revoked_at
  FROM input
  ON CONFLICT (chat_id, external_id, participant) DO NOTHING
  RETURNING sent_at
), summary AS (
  SELECT count(*)::integer AS added, min(sent_at) AS first_at, max(least(sent_at, now())) AS last_at FROM inserted
), updated AS (
  UPDATE chats SET message_count = message_count + added, first_message_at = least(first_message_at, first_at),
    last_message_at = greatest(last_message_at, last_at)
  FROM summary WHERE chats.id = $1 AND added > 0
)
SELECT added AS inserted FROM summary`,
};
