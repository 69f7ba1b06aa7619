import type { Statement } from '#database';

/**
 * Inserts a batch of messages once and, in the same statement, what the new ones mean for their chats: count, last
 * message, when the turn is due (the burst has been quiet, or it has gone on for the longest wait), takeover by the owner,
 * STOP and START, and a group's wish for silence (the one that was sent last holds, whichever comes last; a silence is not made shorter by who
 * asks for another, but lifted). Their attachments are put down to be downloaded.
 * Answers which ids were new and in which chats a turn has begun to wait. Inserts nothing, and says so, where an edit or a deletion waits for one
 * of the messages that are asked about: it has to be in it.
 */
export const INSERT_INBOUND: Statement = {
  name: 'inbound.insert',
  text: `
WITH early AS (
  SELECT EXISTS (
    SELECT 1 FROM early_revisions JOIN unnest($38::uuid[], $39::text[]) AS asked (account_id, external_id) USING (account_id, external_id)
  ) AS waits
), input AS (
  SELECT * FROM unnest(
    $1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::text[], $9::bytea[], $10::text[],
    $11::text[], $12::boolean[], $13::text[], $14::text[], $15::timestamptz[], $16::text[], $17::boolean[],
    $18::timestamptz[], $19::timestamptz[]
  ) WITH ORDINALITY AS input (
    id, chat_id, external_id, participant, author, sender_id, subject_id, kind, body, search,
    quoted_id, addressed, route, route_reason, sent_at, consent, takes_over, edited_at, revoked_at, place
  ) WHERE NOT (SELECT waits FROM early)
), inserted AS (
  INSERT INTO messages (
    id, chat_id, external_id, participant, author, sender_id, subject_id, kind, body, search,
    quoted_id, addressed, route, route_reason, sent_at, stored_at, edited_at, revoked_at
  )
  SELECT id, chat_id, external_id, participant, author, sender_id, subject_id, kind, body, search::tsvector,
    quoted_id, addressed, route, route_reason, sent_at, $20::timestamptz, edited_at, revoked_at
  FROM input ORDER BY place
  ON CONFLICT (chat_id, external_id, participant) DO NOTHING
  RETURNING id
), attached AS (
  INSERT INTO media (message_id, account_id, chat_external_id, external_id, subject_id, state, reason, claimed_type, file_name, size, not_before)
  SELECT id, account_id, chat_external_id, external_id, subject_id, state, reason, claimed_type, file_name, size, $20::timestamptz
  FROM unnest(
    $24::uuid[], $25::uuid[], $26::text[], $27::text[], $28::uuid[], $29::text[], $30::text[], $31::text[], $32::bytea[], $33::bigint[]
  ) AS media (id, account_id, chat_external_id, external_id, subject_id, state, reason, claimed_type, file_name, size)
  JOIN inserted USING (id)
), asked AS (
  SELECT chat_id, sent_at, quiet_until, row_number() OVER (PARTITION BY chat_id ORDER BY sent_at, place) AS nth
  FROM unnest($34::uuid[], $35::uuid[], $36::timestamptz[], $37::timestamptz[]) WITH ORDINALITY
    AS asked (id, chat_id, sent_at, quiet_until, place)
  JOIN inserted USING (id)
), lifted AS (
  SELECT chat_id, max(nth) AS last FROM asked WHERE quiet_until IS NULL GROUP BY chat_id
), said AS (
  SELECT chat_id, max(sent_at) AS quiet_sent_at, bool_or(last IS NOT NULL) AS quiet_lifted,
    max(quiet_until) FILTER (WHERE nth > coalesce(last, 0)) AS quiet_wanted
  FROM asked LEFT JOIN lifted USING (chat_id) GROUP BY chat_id
), summary AS (
  SELECT chat_id,
    count(*)::integer AS added,
    min(sent_at) AS first_at,
    max(least(sent_at, $20::timestamptz)) AS last_at,
    coalesce(bool_or(route = 'pending'), false) AS waits,
    bool_or(consent IS NOT NULL) AS urgent,
    (array_agg(consent ORDER BY sent_at DESC, place DESC) FILTER (WHERE consent IS NOT NULL))[1] AS consent,
    max(sent_at) FILTER (WHERE consent IS NOT NULL) AS consent_sent_at,
    coalesce(bool_or(consent = 'stop'), false) AS stops,
    bool_or(takes_over) AS takes_over
  FROM input JOIN inserted USING (id) GROUP BY chat_id
), changes AS (
  SELECT summary.*, urgent OR quiet_sent_at IS NOT NULL AS at_once, quiet_sent_at, quiet_lifted, quiet_wanted
  FROM summary LEFT JOIN said USING (chat_id)
), updated AS (
  UPDATE chats SET
    message_count = message_count + added,
    first_message_at = least(first_message_at, first_at),
    last_message_at = greatest(last_message_at, last_at),
    unrouted_since = CASE WHEN waits THEN coalesce(unrouted_since, $20::timestamptz) ELSE unrouted_since END,
    turn_due_at = CASE
      WHEN waits AND at_once THEN $20::timestamptz
      WHEN waits THEN least(coalesce(unrouted_since, $20::timestamptz) + $22::double precision * interval '1 millisecond', $20::timestamptz + $21::double precision * interval '1 millisecond')
      ELSE turn_due_at END,
    taken_over_until = CASE WHEN takes_over THEN greatest(taken_over_until, $20::timestamptz + $23::double precision * interval '1 millisecond') ELSE taken_over_until END,
    quiet_at = greatest(quiet_at, quiet_sent_at),
    quiet_until = CASE
      WHEN quiet_sent_at IS NULL OR quiet_sent_at < quiet_at THEN quiet_until
      WHEN quiet_lifted THEN quiet_wanted
      ELSE greatest(quiet_until, quiet_wanted) END,
    consent_at = greatest(consent_at, consent_sent_at),
    opted_out_at = CASE
      WHEN consent IS NULL OR consent_sent_at < consent_at THEN opted_out_at
      WHEN consent = 'stop' THEN coalesce(opted_out_at, $20::timestamptz) END,
    opted_in_at = CASE
      WHEN consent = 'start' AND (opted_out_at IS NOT NULL OR stops) AND consent_sent_at >= coalesce(consent_at, '-infinity') THEN $20::timestamptz
      ELSE opted_in_at END
  FROM changes WHERE chats.id = changes.chat_id
  RETURNING chats.id, at_once AS urgent, waits AND (at_once OR unrouted_since = $20::timestamptz) AS begins
)
SELECT
  (SELECT waits FROM early) AS early,
  (SELECT array_agg(id) FROM inserted) AS inserted,
  (SELECT json_agg(json_build_object('id', id, 'urgent', urgent)) FROM updated WHERE begins) AS due`,
};

/** Which of these messages of accounts went out through our own outbox, and in which chat. */
export const OWN_ECHOES: Statement = {
  name: 'inbound.own-echoes',
  text: `
SELECT account_id, message_id, chat_id FROM outbox
JOIN unnest($1::uuid[], $2::text[]) AS echo (account_id, message_id) USING (account_id, message_id)`,
};
