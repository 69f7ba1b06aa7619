import type { Statement } from '#database';

/**
 * $1 the people, $2 now, $3 that of the web, whose connection is this program itself: the accounts in which they have chats. One that pauses for a moment only, for its pace, is
 * not stopped.
 */
export const ACCOUNTS: Statement = {
  name: 'engagement.accounts',
  text: `
SELECT accounts.id, connector,
  accounts.id = $3::uuid OR (status = 'READY' AND wanted = 'running' AND coalesce(lease_expires_at > now(), false)) AS ready,
  stopped_at IS NOT NULL OR coalesce(held_until > $2::timestamptz + interval '10 minutes', false) AS stopped
FROM accounts LEFT JOIN account_pacing ON account_pacing.account_id = accounts.id
WHERE accounts.id IN (SELECT account_id FROM chats WHERE contact_id = ANY($1::uuid[]) AND kind = 'direct')`,
};

/**
 * $1 the accounts, $2 now, $3 that of the web, $4 how many conversations on both sides are enough to be counted: how well each account is
 * known.
 */
export const KNOWN: Statement = {
  name: 'engagement.accounts-known',
  text: `
SELECT accounts.id,
  CASE WHEN accounts.id = $3::uuid THEN coalesce((SELECT min(started_at) FROM conversations), $2::timestamptz) ELSE accounts.created_at END
    AS "knownSince",
  (
    SELECT count(*)::int FROM (
      SELECT 1 FROM chats
      WHERE chats.account_id = accounts.id AND kind = 'direct'
        AND EXISTS (SELECT 1 FROM messages WHERE messages.chat_id = chats.id AND author = 'contact')
        AND EXISTS (SELECT 1 FROM messages WHERE messages.chat_id = chats.id AND author = 'assistant')
      LIMIT $4
    ) AS answered
  ) AS "answeredChats"
FROM accounts WHERE accounts.id = ANY($1::uuid[])`,
};

/**
 * $1 the accounts, $2 now: what their outreaches of the last seven days came to. Where nobody has left, the others are not counted: nothing is
 * decided by them.
 */
export const REACHED: Statement = {
  name: 'engagement.accounts-reached',
  text: `
SELECT accounts.id, coalesce(reached.sent, 0)::int AS sent, coalesce(reached.people, 0)::int AS people, gone.left::int AS "left"
FROM accounts
CROSS JOIN LATERAL (
  SELECT count(DISTINCT contact_id) AS left FROM engagements
  WHERE engagements.account_id = accounts.id AND outcome = 'opted_out' AND sent_at > $2::timestamptz - interval '7 days'
) AS gone
LEFT JOIN LATERAL (
  SELECT count(*) AS sent, count(DISTINCT contact_id) AS people FROM engagements
  WHERE gone.left > 0 AND engagements.account_id = accounts.id AND sent_at > $2::timestamptz - interval '7 days'
) AS reached ON true
WHERE accounts.id = ANY($1::uuid[])`,
};
