/** So much later than it was sent may a message come and still be counted: an engine that looks at now has no use for the past. */
const LATE = `interval '10 minutes'`;

export interface NewsRow {
  readonly id: string;
  readonly author: 'contact' | 'owner' | 'assistant';
  readonly senderId: string | null;
  readonly subjectId: string;
  readonly body: Buffer | null;
  readonly addressed: boolean;
  readonly sentAt: Date;
  readonly storedAt: Date;
  /** WhatsApp's id of what it answers. */
  readonly quotedId: string | null;
  /** Null where that was never seen. */
  readonly quotedAuthor: 'contact' | 'owner' | 'assistant' | null;
  readonly quotedSenderId: string | null;
  /** Another account of ours wrote it. */
  readonly ofOurs: boolean;
  /** Of what we said: nothing new, since the engine was told when it was handed over, or the rest of a text in several parts. */
  readonly told: boolean;
}

/**
 * `$1` chat, `$2` and `$3` the cursor, `$4` how many. In the order in which they were stored, so that nothing is passed over that was committed
 * since. What is there of the past (an import, an outage) is none of it.
 */
export const NEW_MESSAGES_SQL = `
SELECT messages.id, messages.author, messages.sender_id AS "senderId", messages.subject_id AS "subjectId", messages.body,
  messages.addressed, messages.sent_at AS "sentAt", messages.stored_at AS "storedAt",
  messages.quoted_id AS "quotedId", quoted.author AS "quotedAuthor", quoted.sender_id AS "quotedSenderId",
  messages.author = 'contact' AND ours.id IS NOT NULL AS "ofOurs",
  messages.author = 'assistant' AND coalesce(ours.idempotency_key LIKE 'autonomy:%' OR ours.part > 0, false) AS told
FROM messages
LEFT JOIN outbox AS ours ON messages.author IN ('contact', 'assistant') AND ours.message_id = messages.external_id
LEFT JOIN LATERAL (
  SELECT author, sender_id FROM messages AS quoted
  WHERE quoted.chat_id = messages.chat_id AND quoted.external_id = messages.quoted_id AND quoted.author <> 'system' LIMIT 1
) AS quoted ON messages.quoted_id IS NOT NULL
WHERE messages.chat_id = $1 AND messages.sent_at > $2::timestamptz - ${LATE}
  AND (messages.stored_at, messages.id) > ($2::timestamptz, $3::uuid)
  AND messages.author <> 'system' AND messages.revoked_at IS NULL
  AND (messages.author <> 'owner' OR messages.sent_at > messages.stored_at - ${LATE})
  AND coalesce(messages.route_reason, '') NOT IN ('history', 'stale')
ORDER BY messages.stored_at, messages.id LIMIT $4`;

export interface ReactionRow {
  readonly id: string;
  readonly actorId: string;
  readonly subjectId: string;
  readonly emoji: Buffer;
  readonly at: Date;
  readonly toUs: boolean;
}

/** `$1` chat, `$2` since when, `$3` now, `$4` how many. */
export const NEW_REACTIONS_SQL = `
SELECT reactions.id, actor_id AS "actorId", reactions.subject_id AS "subjectId", emoji, reacted_at AS at,
  EXISTS (
    SELECT 1 FROM messages
    WHERE messages.chat_id = $1 AND external_id = message_external_id AND author = 'assistant'
  ) AS "toUs"
FROM reactions
WHERE chat_id = $1 AND reacted_at > $2::timestamptz AND reacted_at <= $3::timestamptz AND emoji IS NOT NULL AND NOT from_me
ORDER BY reacted_at LIMIT $4`;

export interface MemberRow {
  readonly contactId: string;
  readonly present: boolean;
  readonly at: Date;
}

/** `$1` chat, `$2` since when, `$3` now, `$4` how many. */
export const CHANGED_MEMBERS_SQL = `
SELECT contact_id AS "contactId", present, changed_at AS at FROM chat_members
WHERE chat_id = $1 AND changed_at > $2::timestamptz AND changed_at <= $3::timestamptz
ORDER BY changed_at LIMIT $4`;

/** `$1` account, `$2` the digits by which somebody was mentioned. */
export const MENTIONED_SQL = `
SELECT DISTINCT ON (value) value, contact_id AS "contactId" FROM contact_aliases
WHERE account_id = $1 AND kind IN ('pn', 'lid') AND value = ANY($2::text[]) ORDER BY value, kind DESC`;
