import type { Statement } from '#database';

import { CHAT_WORK_SQL } from './chat-holds.js';

/** A segment with more different words than a tsvector holds is looked into instead of looked up. */
const MOST_WORDS = 50_000;

export const OPEN_CHAT: Statement = {
  name: 'archive.open-chat',
  text: `
SELECT account_id AS "accountId", subject_id AS "subjectId", archived_at IS NOT NULL AS archived, ${CHAT_WORK_SQL},
  NOT EXISTS (SELECT 1 FROM messages WHERE messages.chat_id = chats.id) AS empty,
  EXISTS (SELECT 1 FROM media JOIN messages ON messages.id = media.message_id WHERE messages.chat_id = chats.id) AS media,
  EXISTS (SELECT 1 FROM reactions WHERE reactions.chat_id = chats.id) AS reactions,
  EXISTS (SELECT 1 FROM message_labels JOIN messages ON messages.id = message_labels.message_id WHERE messages.chat_id = chats.id) AS labels
FROM chats WHERE id = $1`,
};

/** The chat's row is locked from here to the end, which is near. */
export const INSERT_ARCHIVE: Statement = {
  name: 'archive.insert',
  text: `
WITH locked AS (SELECT id FROM chats WHERE id = $2 FOR UPDATE)
INSERT INTO archives (
  id, chat_id, account_id, subject_id, state, reason, requested_by, task_id, message_count, first_message_at, last_message_at, store, codec,
  stored_bytes, original_bytes, sha256, media_paths, created_at
)
SELECT $1::uuid, locked.id, $3::uuid, $4::uuid, 'complete', $5::text, $6::text, $7::uuid, $8::integer, $9::timestamptz, $10::timestamptz, $11::text,
  $12::text, $13::bigint, $14::bigint, $15::bytea, $16::text[], $17::timestamptz
FROM locked`,
};

/** The words of a segment are those of its messages, which are still there. */
export const INSERT_SEGMENTS: Statement = {
  name: 'archive.insert-segments',
  text: `
INSERT INTO archive_segments (archive_id, place, message_count, first_at, first_id, last_at, last_id, payload_key, sha256, bytes, search)
SELECT $1::uuid, place, message_count, first_at, first_id, last_at, last_id, payload_key, sha256, bytes, (
  SELECT CASE WHEN count(*) <= ${MOST_WORDS} THEN array_to_tsvector(coalesce(array_agg(lexeme), '{}')) END
  FROM (
    SELECT DISTINCT unnest(tsvector_to_array(search)) AS lexeme FROM messages
    WHERE chat_id = $2 AND (sent_at, id) >= (first_at, first_id) AND (sent_at, id) <= (last_at, last_id)
  ) AS words)
FROM unnest($3::integer[], $4::integer[], $5::timestamptz[], $6::uuid[], $7::timestamptz[], $8::uuid[], $9::text[], $10::bytea[], $11::integer[])
  AS segment (place, message_count, first_at, first_id, last_at, last_id, payload_key, sha256, bytes)`,
};

/** Attachments and labels go with their message. Reactions to what has not come stay. */
export const PUT_AWAY: Statement = {
  name: 'archive.put-away',
  text: `
WITH reacted AS (
  DELETE FROM reactions WHERE $3::boolean AND chat_id = $1
    AND EXISTS (SELECT 1 FROM messages WHERE messages.chat_id = $1 AND messages.external_id = message_external_id)
), deleted AS (
  DELETE FROM messages WHERE chat_id = $1 RETURNING 1
), marked AS (
  UPDATE chats SET archived_at = $2::timestamptz, restored_at = NULL WHERE id = $1
)
SELECT count(*)::integer AS count FROM deleted`,
};
