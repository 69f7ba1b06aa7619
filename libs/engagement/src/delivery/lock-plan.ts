import type { EntityManager } from 'typeorm';

import { queryPrepared, type Statement } from '#database';
import type { OutboxPlace } from '#messaging';

import { ENGAGEMENT_COLUMNS_SQL } from '../store/engagement-columns.js';
import type { EngagementEntity } from '../store/engagement.entity.js';

/** A plan that waits, as it is until the transaction ends. */
export interface LockedPlan {
  readonly row: EngagementEntity;
  /** Null: its chat is gone. */
  readonly place: OutboxPlace | null;
}

interface Chat extends OutboxPlace {
  readonly id: string;
}

interface Person {
  readonly contactId: string;
}

/** As `lockPlans`, for one; null where there is none to lock. */
export async function lockPlan(manager: EntityManager, id: string): Promise<LockedPlan | null> {
  const [plan] = await lockPlans(manager, [id]);
  return plan ?? null;
}

/**
 * Locks plans that wait, with their chats and their people before them: in this order everywhere, and each kind in the order of its ids, so that
 * nobody waits for each other crosswise. Left out is what waits no more, or has just moved to another chat or person, and all but the first of
 * one person: what becomes of that one bears on the others. What is read after this is true until the transaction ends.
 */
export async function lockPlans(manager: EntityManager, ids: readonly string[]): Promise<readonly LockedPlan[]> {
  const [chats, people, rows] = await Promise.all([
    queryPrepared<Chat>(manager, CHATS, [ids]),
    queryPrepared<Person>(manager, PEOPLE, [ids]),
    queryPrepared<EngagementEntity>(manager, PLANS, [ids]),
  ]);
  const first = firstOfEach(rows, ids);
  const placeOf = new Map(chats.map(({ id, ...place }) => [id, place]));
  await lockOthers(manager, people, first);
  const moved = await movedTo(
    manager,
    first.map(({ chatId }) => chatId).filter((id) => !placeOf.has(id)),
  );
  return first
    .filter(({ chatId }) => !moved.has(chatId))
    .map((row) => ({ row, place: placeOf.get(row.chatId) ?? null }));
}

/** In the order of `ids`. */
function firstOfEach(rows: readonly EngagementEntity[], ids: readonly string[]): readonly EngagementEntity[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const people = new Map<string, EngagementEntity>();
  for (const id of ids) {
    const row = byId.get(id);
    if (row && !people.has(row.contactId)) people.set(row.contactId, row);
  }
  return [...people.values()];
}

/** Who has no row yet gets one: without a lock two could count the same cap. */
async function lockOthers(
  manager: EntityManager,
  locked: readonly Person[],
  plans: readonly EngagementEntity[],
): Promise<void> {
  const known = new Set(locked.map(({ contactId }) => contactId));
  const others = plans.map(({ contactId }) => contactId).filter((id) => !known.has(id));
  if (others.length > 0) await manager.query(ADD_PEOPLE_SQL, [others]);
}

/** Those of these chats that there are: their plans came there since the chats were locked. */
async function movedTo(manager: EntityManager, chatIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (chatIds.length === 0) return new Set();
  const chats: { id: string }[] = await manager.query('SELECT id FROM chats WHERE id = ANY($1::uuid[])', [chatIds]);
  return new Set(chats.map(({ id }) => id));
}

const WAITING_SQL = `engagements.id = ANY($1::uuid[]) AND status IN ('planned', 'approved') AND handed_at IS NULL`;

const CHATS: Statement = {
  name: 'engagement.lock-chats',
  text: `
SELECT id, account_id AS "accountId", subject_id AS "subjectId" FROM chats
WHERE id IN (SELECT chat_id FROM engagements WHERE ${WAITING_SQL}) ORDER BY id FOR UPDATE`,
};

const PEOPLE: Statement = {
  name: 'engagement.lock-people',
  text: `
SELECT contact_id AS "contactId" FROM engagement_people
WHERE contact_id IN (SELECT contact_id FROM engagements WHERE ${WAITING_SQL}) ORDER BY contact_id FOR UPDATE`,
};

const PLANS: Statement = {
  name: 'engagement.lock-plans',
  text: `SELECT ${ENGAGEMENT_COLUMNS_SQL} FROM engagements WHERE ${WAITING_SQL} ORDER BY id FOR UPDATE`,
};

/** Locked, too: an update that changes nothing waits for whoever has the row. */
const ADD_PEOPLE_SQL = `
INSERT INTO engagement_people (contact_id) SELECT id FROM unnest($1::uuid[]) AS id ORDER BY id
ON CONFLICT (contact_id) DO UPDATE SET contact_id = excluded.contact_id`;
