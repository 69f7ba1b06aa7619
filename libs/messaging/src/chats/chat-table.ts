import type { EntityManager } from 'typeorm';

import { newId } from '#kernel';

import { planChats, type ChatPlan, type SeenChat, type StoredChat } from './chat-plan.js';

/** Finds or makes the chats, in at most three statements. Needs the account's lock (`lockContacts`). */
export async function registerChats(
  manager: EntityManager,
  accountId: string,
  seen: readonly SeenChat[],
): Promise<ChatPlan> {
  const stored = await manager.query<StoredChat[]>(READ_SQL, [
    accountId,
    seen.map(({ chat }) => chat.id),
    seen.flatMap(({ contactId }) => contactId ?? []),
  ]);
  const plan = planChats(seen, stored, newId);
  if (plan.made.length > 0) await manager.query(INSERT_SQL, [accountId, ...columnsOf(plan.made)]);
  if (plan.changed.length > 0) {
    await manager.query(UPDATE_SQL, [
      plan.changed.map(({ id }) => id),
      plan.changed.map(({ externalId }) => externalId),
      plan.changed.map(({ title }) => title),
    ]);
  }
  return plan;
}

function columnsOf(chats: readonly StoredChat[]): unknown[][] {
  return [
    chats.map(({ id }) => id),
    chats.map(({ externalId }) => externalId),
    chats.map(({ kind }) => kind),
    chats.map(({ title }) => title),
    chats.map(({ contactId }) => contactId),
    chats.map(({ subjectId }) => subjectId),
  ];
}

const READ_SQL = `
SELECT id, external_id AS "externalId", kind, title, contact_id AS "contactId", subject_id AS "subjectId"
FROM chats WHERE account_id = $1 AND (external_id = ANY($2::text[]) OR (kind = 'direct' AND contact_id = ANY($3::uuid[])))`;

const INSERT_SQL = `
INSERT INTO chats (id, account_id, external_id, kind, title, contact_id, subject_id)
SELECT id, $1, external_id, kind, title, contact_id, subject_id
FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[])
  AS made (id, external_id, kind, title, contact_id, subject_id)`;

const UPDATE_SQL = `
UPDATE chats SET external_id = changed.external_id, title = changed.title
FROM unnest($1::uuid[], $2::text[], $3::text[]) AS changed (id, external_id, title) WHERE chats.id = changed.id`;
