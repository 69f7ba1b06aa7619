import { personSql } from '../events/person-sql.js';

/** A person sees their own conversations on the web, an operator (null) those of everybody. */
export function visibleSql(viewer: string): string {
  return `chats.kind = 'direct' AND chats.contact_id IS NOT NULL AND coalesce(conversations.status, 'active') <> 'deleted'
  AND (${viewer}::uuid IS NULL OR chats.channel = 'web' AND conversations.contact_id = ${personSql(viewer)})`;
}

/** With `FOR UPDATE OF chats` at its end it locks no more than the chat. */
export const CONVERSATIONS_SQL = `
SELECT chats.id, chats.contact_id AS "contactId", chats.subject_id AS "subjectId", chats.external_id AS "externalId", chats.channel,
  coalesce(conversations.status, 'active') AS status, title_source AS "titleSource", said, mood, intent,
  coalesce(nsfw_level, 0)::real AS "nsfwLevel", nsfw_at AS "nsfwAt", message_count AS "messageCount", last_message_at AS "lastMessageAt",
  coalesce(started_at, first_message_at, chats.created_at) AS "startedAt", chats.created_at AS "createdAt",
  greatest(conversations.updated_at, last_message_at, chats.created_at) AS "updatedAt",
  coalesce(last_message_at, chats.created_at) AS "recentAt"
FROM chats LEFT JOIN conversations ON conversations.chat_id = chats.id`;

/** `$1` chat, `$2` account, `$3` address, `$4` contact, `$5` now. */
export const MAKE_CHAT_SQL = `
INSERT INTO chats (id, account_id, external_id, kind, channel, contact_id, subject_id, allowed, created_at)
VALUES ($1, $2, $3, 'direct', 'web', $4, $4, true, $5) ON CONFLICT DO NOTHING RETURNING id`;

export const MAKE_CONVERSATION_SQL = `
INSERT INTO conversations (chat_id, contact_id, status, title_source, said, started_at, updated_at)
VALUES ($1, $2, 'active', $3, $4, $5, $5)`;

/** `$1` chat, `$2` contact, `$3` now; what is null stays, but for the title's source, which is given whole. */
export const NOTE_SQL = `
INSERT INTO conversations (chat_id, contact_id, said, title_source, mood, intent, nsfw_level, nsfw_at, status, started_at, updated_at)
SELECT $1, $2, $4, $5, $6, $7, coalesce($8::real, 0), $9, coalesce($10, 'active'), coalesce(first_message_at, created_at), $3
FROM chats WHERE id = $1
ON CONFLICT (chat_id) DO UPDATE SET said = excluded.said, title_source = excluded.title_source,
  mood = coalesce($6, conversations.mood), intent = coalesce($7, conversations.intent),
  nsfw_level = coalesce($8::real, conversations.nsfw_level), nsfw_at = coalesce($9::timestamptz, conversations.nsfw_at),
  status = coalesce($10, conversations.status), updated_at = $3`;
