import type { Statement } from '#database';

/**
 * $1 the people, $2 since when: what is kept for writing first to them, how careful one must be, what was handed over lately, what waits, and the
 * moments that are used up.
 */
export const PEOPLE: Statement = {
  name: 'engagement.people',
  text: `
SELECT contacts.id AS "contactId", people.frequency, people.quiet_from AS "quietFrom", people.quiet_until AS "quietUntil",
  people.zone, people.zone_by AS "zoneBy", people.hours, coalesce(people.unanswered, 0)::int AS unanswered,
  people.paused_until AS "pausedUntil", people.last_engaged_at AS "lastEngagedAt", people.last_type AS "lastType",
  safety.adult, safety.proactive_paused_until AS "safetyPausedUntil",
  ARRAY(SELECT value FROM contact_aliases WHERE contact_id = contacts.id AND kind = 'pn' ORDER BY value) AS phones,
  outreaches.handed_at AS "handedAt", outreaches.pending, outreaches.moments AS "usedMoments"
FROM contacts
LEFT JOIN engagement_people AS people ON people.contact_id = contacts.id
LEFT JOIN contact_safety AS safety ON safety.contact_id = contacts.id
CROSS JOIN LATERAL (
  SELECT array_agg(handed_at ORDER BY handed_at) FILTER (WHERE handed_at > $2::timestamptz) AS handed_at,
    count(*) FILTER (WHERE pending_slot IS NOT NULL)::int AS pending,
    array_agg(moment) FILTER (WHERE moment IS NOT NULL AND status NOT IN ('skipped', 'failed', 'expired')) AS moments
  FROM engagements
  WHERE contact_id = contacts.id
    AND (handed_at > $2::timestamptz OR pending_slot IS NOT NULL OR (moment IS NOT NULL AND created_at > $2::timestamptz - interval '8 days'))
) AS outreaches
WHERE contacts.id = ANY($1::uuid[]) AND contacts.merged_into IS NULL AND contacts.erased_at IS NULL`,
};

/**
 * $1 the people, $2 who answers where nothing is said about it: the chats in which one talks with them alone. Their last word is looked for
 * among the latest messages; what lies behind many of our own is known by the relationship.
 */
export const CHATS: Statement = {
  name: 'engagement.chats',
  text: `
SELECT chats.id, chats.contact_id AS "contactId", chats.account_id AS "accountId", chats.external_id AS "externalId", chats.channel,
  chats.opted_out_at AS "optedOutAt", chats.opted_in_at AS "optedInAt", chats.taken_over_until AS "takenOverUntil",
  ARRAY(SELECT value FROM contact_aliases WHERE contact_aliases.contact_id = chats.contact_id AND contact_aliases.kind = 'pn') AS phones,
  chats.reply_mode AS "replyMode", chats.allowed, chats.last_message_at AS "lastWrittenAt", heard.sent_at AS "lastHeardAt",
  chats.archived_at IS NOT NULL OR coalesce(conversations.status = 'archived', false) AS archived,
  coalesce(conversations.status = 'deleted', false)
    OR coalesce(chats.forgotten_until >= coalesce(chats.last_message_at, chats.forgotten_until), false) AS deleted,
  chats.turn_due_at IS NOT NULL
    OR EXISTS (SELECT 1 FROM turns WHERE turns.chat_id = chats.id AND state = 'pending')
    OR EXISTS (SELECT 1 FROM outbox WHERE outbox.chat_id = chats.id AND origin <> 'proactive' AND outbox.state IN ('queued', 'sending'))
    AS talking,
  coalesce(chosen.character_id, (SELECT default_character_id FROM character_rules), $2::uuid) AS "characterId"
FROM chats
LEFT JOIN conversations ON conversations.chat_id = chats.id
LEFT JOIN (
  SELECT chat_id, character_id FROM character_chats JOIN characters ON characters.id = character_id WHERE status = 'active'
) AS chosen ON chosen.chat_id = chats.id
LEFT JOIN LATERAL (
  SELECT sent_at FROM (
    SELECT author, sent_at FROM messages WHERE messages.chat_id = chats.id ORDER BY sent_at DESC LIMIT 50
  ) AS latest
  WHERE author = 'contact' ORDER BY sent_at DESC LIMIT 1
) AS heard ON true
WHERE chats.contact_id = ANY($1::uuid[]) AND chats.kind = 'direct'`,
};
