import type { EntityManager } from 'typeorm';

import type { ChatChannel } from '../chats/chat.entity.js';
import { mergeChatLabels } from '../labels/merge-chat-labels.js';
import { MERGE_MEMBERS_SQL } from '../members/chat-members.sql.js';
import { mergeReactions } from '../reactions/merge-reactions.js';
import { WEB_ACCOUNT_ID } from '../web/web-account.js';
import { followOnWeb } from './follow-on-web.js';
import type { MergeFollowers } from './merge-followers.service.js';

/**
 * Makes two contacts one person: aliases, group messages and the direct chat go to the winner. Texts stay under the key
 * that sealed them, so the loser's row stays, marked.
 */
export async function mergeContacts(
  manager: EntityManager,
  accountId: string,
  { winner, loser }: { readonly winner: string; readonly loser: string },
  followers: MergeFollowers,
): Promise<void> {
  await manager.query('UPDATE contact_aliases SET contact_id = $1 WHERE contact_id = $2', [winner, loser]);
  await manager.query('UPDATE contacts SET merged_into = $1 WHERE id = $2 OR merged_into = $2', [winner, loser]);
  const locked: { id: string; contact_id: string; channel: ChatChannel }[] = await manager.query(
    `SELECT id, contact_id, channel FROM chats
     WHERE kind = 'direct' AND account_id IN ($1, $4) AND contact_id IN ($2, $3) ORDER BY id FOR UPDATE`,
    [accountId, winner, loser, WEB_ACCOUNT_ID],
  );
  // A person has any number of conversations on the web: they stay what they are.
  const chats = locked.filter(({ channel }) => channel === 'whatsapp');
  await manager.query('UPDATE messages SET sender_id = $1 WHERE sender_id = $2', [winner, loser]);
  await mergeReactions(manager, 'actor_id', { from: loser, into: winner });
  await manager.query(MERGE_MEMBERS_SQL, [winner, loser]);
  await followers.contacts(manager, { from: loser, into: winner });
  const from = chats.find((chat) => chat.contact_id === loser);
  const into = chats.find((chat) => chat.contact_id === winner);
  if (from && into) await mergeChats(manager, from.id, into.id, followers);
  else if (from) await manager.query('UPDATE chats SET contact_id = $1 WHERE id = $2', [winner, from.id]);
  await followOnWeb(manager, { from: loser, into: winner });
}

async function mergeChats(
  manager: EntityManager,
  from: string,
  into: string,
  followers: MergeFollowers,
): Promise<void> {
  // Nobody brings a message back that was deleted under the other address.
  await manager.query(
    `UPDATE messages AS kept SET body = NULL, search = NULL, revoked_at = doubled.revoked_at
     FROM messages AS doubled WHERE ${DOUBLED_SQL} AND doubled.revoked_at IS NOT NULL AND kept.revoked_at IS NULL`,
    [from, into],
  );
  const [, doubled]: [unknown, number] = await manager.query(
    `DELETE FROM messages AS doubled USING messages AS kept WHERE ${DOUBLED_SQL}`,
    [from, into],
  );
  for (const table of [
    'messages',
    'message_traits',
    'message_labels',
    'turns',
    'outbox',
    'chat_gestures',
    'archives',
  ]) {
    await manager.query(`UPDATE ${table} SET chat_id = $2 WHERE chat_id = $1`, [from, into]);
  }
  await mergeReactions(manager, 'chat_id', { from, into });
  await mergeChatLabels(manager, from, into);
  await followers.chats(manager, { from, into });
  await manager.query(MERGE_CHAT_SQL, [from, into, doubled]);
  await manager.query('DELETE FROM chats WHERE id = $1', [from]);
}

const DOUBLED_SQL = `doubled.chat_id = $1 AND kept.chat_id = $2
  AND kept.external_id = doubled.external_id AND kept.participant = doubled.participant`;

/** Of two settings the stricter one holds: what the operator or the contact has forbidden stays forbidden. */
const MERGE_CHAT_SQL = `
UPDATE chats AS kept SET
  title = coalesce(kept.title, gone.title),
  reply_mode = CASE
    WHEN 'paused' IN (kept.reply_mode, gone.reply_mode) THEN 'paused'
    WHEN 'draft' IN (kept.reply_mode, gone.reply_mode) THEN 'draft'
    ELSE coalesce(kept.reply_mode, gone.reply_mode) END,
  allowed = CASE WHEN false IN (kept.allowed, gone.allowed) THEN false ELSE coalesce(kept.allowed, gone.allowed) END,
  message_count = greatest(0, kept.message_count + gone.message_count - $3::integer),
  first_message_at = least((SELECT min(sent_at) FROM messages WHERE chat_id = $2), (SELECT min(first_message_at) FROM archives WHERE chat_id = $2)),
  last_message_at = greatest(kept.last_message_at, gone.last_message_at),
  archived_at = coalesce(kept.archived_at, gone.archived_at),
  forgotten_until = greatest(kept.forgotten_until, gone.forgotten_until),
  opted_out_at = coalesce(kept.opted_out_at, gone.opted_out_at),
  opted_in_at = greatest(kept.opted_in_at, gone.opted_in_at),
  consent_at = greatest(kept.consent_at, gone.consent_at),
  taken_over_until = greatest(kept.taken_over_until, gone.taken_over_until),
  unrouted_since = least(kept.unrouted_since, gone.unrouted_since),
  turn_due_at = least(kept.turn_due_at, gone.turn_due_at)
FROM chats AS gone WHERE kept.id = $2 AND gone.id = $1`;
