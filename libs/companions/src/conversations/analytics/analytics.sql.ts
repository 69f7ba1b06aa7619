/** $1 and $2 are the bounds, $3 one conversation or null, $4 a person, who sees what is on the web, or null. Deleted ones are no more. */
const SCOPE = `
WITH scope AS (
  SELECT chats.id FROM chats LEFT JOIN conversations ON conversations.chat_id = chats.id
  WHERE chats.kind = 'direct' AND conversations.status IS DISTINCT FROM 'deleted'
    AND ($3::uuid IS NULL OR chats.id = $3) AND ($4::uuid IS NULL OR chats.channel = 'web' AND conversations.contact_id = $4)
), said AS (
  SELECT messages.id, chat_id, author, turn_id, sent_at, stored_at FROM messages JOIN scope ON scope.id = chat_id
  WHERE sent_at >= $1 AND sent_at < $2 AND author <> 'system' AND revoked_at IS NULL
)`;

export interface VolumeRow {
  readonly conversations: number;
  readonly byUser: number;
  readonly byCharacter: number;
}

export const VOLUME_SQL = `${SCOPE}
SELECT count(DISTINCT chat_id)::integer AS conversations, (count(*) FILTER (WHERE author = 'contact'))::integer AS "byUser",
  (count(*) FILTER (WHERE author <> 'contact'))::integer AS "byCharacter"
FROM said`;

export interface DayRow {
  readonly date: string;
  readonly conversations: number;
  readonly messages: number;
}

/** $5 is the zone of the days. */
export const DAYS_SQL = `${SCOPE}
SELECT (sent_at AT TIME ZONE $5)::date::text AS date, count(DISTINCT chat_id)::integer AS conversations, count(*)::integer AS messages
FROM said GROUP BY date ORDER BY date`;

export interface TimesRow {
  readonly answers: number;
  readonly average: number | null;
  readonly p95: number | null;
}

/** From the last thing that was asked to the first message of its answer, in ms. */
export const RESPONSES_SQL = `${SCOPE}, answers AS (
  SELECT extract(epoch FROM min(sent_at) FILTER (WHERE author <> 'contact') - max(stored_at) FILTER (WHERE author = 'contact')) * 1000 AS ms
  FROM said WHERE turn_id IS NOT NULL GROUP BY turn_id
)
SELECT count(ms)::integer AS answers, avg(greatest(ms, 0))::float8 AS average,
  (percentile_cont(0.95) WITHIN GROUP (ORDER BY greatest(ms, 0)))::float8 AS p95
FROM answers WHERE ms IS NOT NULL`;

export interface TraitsRow extends TimesRow {
  readonly tokens: number;
  readonly nsfw: number;
}

/** Of the calls to models: in ms. $5 is the level from which on a message is not safe for work. */
export const TRAITS_SQL = `${SCOPE}
SELECT coalesce(sum(tokens), 0)::float8 AS tokens, (count(*) FILTER (WHERE nsfw_level >= $5))::integer AS nsfw,
  count(generation_ms)::integer AS answers, avg(generation_ms)::float8 AS average,
  (percentile_cont(0.95) WITHIN GROUP (ORDER BY generation_ms))::float8 AS p95
FROM said JOIN message_traits ON message_traits.message_id = said.id`;

export interface CountRow {
  readonly kind: 'model' | 'mood';
  readonly value: string;
  readonly messages: number;
}

/** Models of the answers, moods of what the people said. */
export const COUNTS_SQL = `${SCOPE}, traits AS (
  SELECT author, model, mood FROM said JOIN message_traits ON message_traits.message_id = said.id
)
SELECT 'model' AS kind, model AS value, count(*)::integer AS messages FROM traits WHERE model IS NOT NULL GROUP BY model
UNION ALL
SELECT 'mood', mood, count(*)::integer FROM traits WHERE mood IS NOT NULL AND author = 'contact' GROUP BY mood
ORDER BY kind, messages DESC, value`;
