import type { EntityManager } from 'typeorm';

import { queryPrepared, type Statement } from '#database';

import type { GateRow } from './outbox-gate.sql.js';

/** What speaks against writing first, and is the reason why it is not done. */
export type Heard = 'nothing' | 'opted-out' | 'answered-meanwhile' | 'answer-under-way';

interface HeardRow {
  readonly opted_out: boolean;
  readonly spoken: boolean;
  readonly under_way: boolean;
}

/**
 * What was heard of a person since their message was planned, in any of their chats. Comes after the chat's lock, in statements of their own:
 * they must see what others committed while we waited. Nothing is looked at for what answers somebody.
 */
export async function heardSince(manager: EntityManager, row: GateRow): Promise<Heard> {
  const { unless_heard_since: since, chat_id: chatId } = row;
  if (since === null) return 'nothing';
  const locked = await queryPrepared<{ id: string }>(manager, LOCK_THEIRS, [chatId]);
  const ids = locked.map(({ id }) => id);
  const [heard] = await queryPrepared<HeardRow>(manager, HEARD, [chatId, row.id, row.message_id, since, ids]);
  if (!heard || heard.opted_out) return 'opted-out';
  if (heard.spoken) return 'answered-meanwhile';
  return heard.under_way ? 'answer-under-way' : 'nothing';
}

/**
 * A STOP in another chat of theirs comes before us or after we are done. Who has that chat is not waited for: two who lock the same chats in
 * another order would wait for each other.
 */
const LOCK_THEIRS: Statement = {
  name: 'outbox.lock-theirs',
  text: `
SELECT id FROM chats WHERE kind = 'direct' AND contact_id = (SELECT contact_id FROM chats WHERE id = $1) FOR SHARE SKIP LOCKED`,
};

/**
 * Something goes on, too, in a chat of theirs that somebody else has. What was said long before and only came to be known now (a history that
 * was imported) is no word of theirs.
 */
const HEARD: Statement = {
  name: 'outbox.heard',
  text: `
WITH own AS (
  SELECT id, contact_id, opted_out_at, turn_due_at FROM chats WHERE id = $1
), theirs AS (
  SELECT id, opted_out_at FROM own
  UNION
  SELECT chats.id, chats.opted_out_at FROM own JOIN chats ON chats.contact_id = own.contact_id AND chats.kind = 'direct'
)
SELECT
  EXISTS (SELECT 1 FROM theirs WHERE opted_out_at IS NOT NULL) AS opted_out,
  EXISTS (
    SELECT 1 FROM theirs JOIN messages ON messages.chat_id = theirs.id
    WHERE sent_at > $4::timestamptz - interval '2 days' AND stored_at > $4 AND author <> 'system' AND external_id <> $3
  ) AS spoken,
  own.turn_due_at IS NOT NULL
    OR EXISTS (SELECT 1 FROM theirs WHERE id <> own.id AND id <> ALL($5::uuid[]))
    OR EXISTS (SELECT 1 FROM turns WHERE chat_id = $1 AND state = 'pending')
    OR EXISTS (SELECT 1 FROM outbox WHERE chat_id = $1 AND state IN ('queued', 'sending') AND id <> $2) AS under_way
FROM own`,
};
