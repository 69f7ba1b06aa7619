import type { EntityManager } from 'typeorm';

import { queryPrepared, type Statement } from '#database';

/** What speaks against writing first, and is the reason why it is not done. */
export type Heard = 'nothing' | 'opted-out' | 'answered-meanwhile' | 'answer-under-way';

/** A message, as far as it matters what was heard since it was planned. */
export interface PlannedRow {
  readonly id: string;
  readonly chat_id: string;
  readonly message_id: string;
  readonly unless_heard_since: Date | null;
}

/** What `HEARD_SQL` answers with. */
export interface HeardRow {
  readonly opted_out: boolean;
  readonly spoken: boolean;
  readonly under_way: boolean;
}

/**
 * What was heard of a person since their message was planned, in any of their chats. Comes after the chat's lock, in statements of their own:
 * they must see what others committed while we waited. Nothing is looked at for what answers somebody.
 */
export async function heardSince(manager: EntityManager, row: PlannedRow): Promise<Heard> {
  if (row.unless_heard_since === null) return 'nothing';
  const locked = await queryPrepared<{ id: string }>(manager, LOCK_THEIRS, [row.chat_id]);
  const theirs = locked.map(({ id }) => id);
  const [heard] = await queryPrepared<HeardRow>(manager, HEARD, heardParameters(row, theirs));
  return heard ? heardIn(heard) : 'opted-out';
}

/** What `THEIRS_SQL` and `HEARD_SQL` ask for; `theirs` are the chats that are locked. */
export function heardParameters(row: PlannedRow, theirs: readonly string[]): unknown[] {
  return [row.chat_id, row.id, row.message_id, row.unless_heard_since, theirs];
}

export function heardIn(heard: HeardRow): Heard {
  if (heard.opted_out) return 'opted-out';
  if (heard.spoken) return 'answered-meanwhile';
  return heard.under_way ? 'answer-under-way' : 'nothing';
}

/**
 * A STOP in another chat of theirs comes before us or after we are done. Who has that chat is not waited for: two who lock the same chats in
 * another order would wait for each other.
 */
export const LOCK_THEIRS_SQL = 'FOR SHARE OF chats SKIP LOCKED';

const LOCK_THEIRS: Statement = {
  name: 'outbox.lock-theirs',
  text: `
SELECT id FROM chats WHERE kind = 'direct' AND contact_id = (SELECT contact_id FROM chats WHERE id = $1) ${LOCK_THEIRS_SQL}`,
};

/** The chat `$1`, and all of its person's. */
export const THEIRS_SQL = `
own AS (
  SELECT id, account_id, kind, contact_id, opted_out_at, turn_due_at FROM chats WHERE id = $1
), theirs AS (
  SELECT id, opted_out_at FROM own
  UNION
  SELECT chats.id, chats.opted_out_at FROM own JOIN chats ON chats.contact_id = own.contact_id AND chats.kind = 'direct'
)`;

/**
 * Columns beside `own`, for the message `$2` with the id `$3` at WhatsApp that nobody is to have been heard for since `$4`; `$5` are the chats
 * that are locked. Something goes on, too, in a chat of theirs that somebody else has. What was said long before and only came to be known now
 * (a history that was imported) is no word of theirs.
 */
export const HEARD_SQL = `
  $4::timestamptz IS NOT NULL AND EXISTS (SELECT 1 FROM theirs WHERE opted_out_at IS NOT NULL) AS opted_out,
  $4::timestamptz IS NOT NULL AND EXISTS (
    SELECT 1 FROM theirs JOIN messages ON messages.chat_id = theirs.id
    WHERE sent_at > $4::timestamptz - interval '2 days' AND stored_at > $4 AND author <> 'system' AND external_id <> $3
  ) AS spoken,
  $4::timestamptz IS NOT NULL AND (
    own.turn_due_at IS NOT NULL
    OR EXISTS (SELECT 1 FROM theirs WHERE id <> own.id AND id <> ALL($5::uuid[]))
    OR EXISTS (SELECT 1 FROM turns WHERE chat_id = $1 AND state = 'pending')
    OR EXISTS (SELECT 1 FROM outbox WHERE chat_id = $1 AND state IN ('queued', 'sending') AND id <> $2)
  ) AS under_way`;

const HEARD: Statement = { name: 'outbox.heard', text: `WITH ${THEIRS_SQL} SELECT ${HEARD_SQL} FROM own` };
