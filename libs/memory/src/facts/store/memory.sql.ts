/** A memory as `MemoryRecord` and `MemoryScope` name it, without its text. */
export const RECORD_SQL = `
  id, character_id AS "characterId", contact_id AS "contactId", chat_id AS "groupId", category, status, reason, origin, confidence, importance,
  first_mentioned_at AS "firstMentionedAt", last_reinforced_at AS "lastReinforcedAt", reinforcement_count AS "reinforcementCount",
  valid_from AS "validFrom", valid_until AS "validUntil", known_from AS "knownFrom", known_until AS "knownUntil",
  topic, single, replaces_id AS "replacesId", replaced_by_id AS "replacedById"`;

/** $1 character, $2 contact, $3 group. */
export const SCOPE_SQL = 'character_id = $1 AND contact_id = $2 AND chat_id IS NOT DISTINCT FROM $3';

export const INSERT_SQL = `
INSERT INTO memories (id, character_id, contact_id, chat_id, subject_id, text, search, wording, topic, single, category, status, reason, origin,
  confidence, importance, first_mentioned_at, last_reinforced_at, reinforcement_count, valid_from, valid_until, known_from, known_until,
  replaces_id, replaced_by_id)
VALUES ($1, $2, $3, $4, $5, $6, $7::tsvector, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)`;

/** What the lifecycle may change. */
export const UPDATE_SQL = `
UPDATE memories SET status = $2, reason = $3, confidence = $4, importance = $5, first_mentioned_at = $6, last_reinforced_at = $7,
  reinforcement_count = $8, valid_from = $9, valid_until = $10, known_until = $11, single = $12, replaces_id = $13, replaced_by_id = $14
WHERE id = $1`;

export const SOURCES_SQL = `
INSERT INTO memory_sources (memory_id, message_id, chat_id) SELECT $1, unnest($2::uuid[]), $3 ON CONFLICT DO NOTHING`;
