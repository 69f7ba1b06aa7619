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

interface Place {
  readonly id: string;
  readonly chat_id: string;
  readonly contact_id: string;
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
  const places = firstOfEach(await queryPrepared<Place>(manager, PLACES, [ids]), ids);
  if (places.length === 0) return [];
  const chatIds = places.map((place) => place.chat_id);
  const contactIds = places.map((place) => place.contact_id);
  const [chats] = await Promise.all([queryPrepared<Chat>(manager, CHATS, [chatIds]), lockPeople(manager, contactIds)]);
  const rows = await queryPrepared<EngagementEntity>(manager, PLANS, [places.map(({ id }) => id), chatIds, contactIds]);
  const byId = new Map(chats.map(({ id, ...place }) => [id, place]));
  return rows.map((row) => ({ row, place: byId.get(row.chatId) ?? null }));
}

const WAITING_SQL = `status IN ('planned', 'approved') AND handed_at IS NULL`;

const PLACES: Statement = {
  name: 'engagement.places',
  text: `SELECT id, chat_id, contact_id FROM engagements WHERE id = ANY($1::uuid[]) AND ${WAITING_SQL}`,
};

const CHATS: Statement = {
  name: 'engagement.lock-chats',
  text: `
SELECT id, account_id AS "accountId", subject_id AS "subjectId" FROM chats WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
};

const PLANS: Statement = {
  name: 'engagement.lock-plans',
  text: `
SELECT ${ENGAGEMENT_COLUMNS_SQL} FROM engagements
JOIN unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS place (id, chat_id, contact_id)
  ON engagements.id = place.id AND engagements.chat_id = place.chat_id AND engagements.contact_id = place.contact_id
WHERE ${WAITING_SQL} ORDER BY engagements.id FOR UPDATE OF engagements`,
};

/** In the order of `ids`. */
function firstOfEach(places: readonly Place[], ids: readonly string[]): readonly Place[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  const people = new Map<string, Place>();
  for (const id of ids) {
    const place = byId.get(id);
    if (place && !people.has(place.contact_id)) people.set(place.contact_id, place);
  }
  return [...people.values()];
}

/** Who has no row yet gets one: without a lock two could count the same cap. */
async function lockPeople(manager: EntityManager, contactIds: readonly string[]): Promise<void> {
  const locked = await queryPrepared(manager, LOCK_PEOPLE, [contactIds]);
  if (locked.length === contactIds.length) return;
  await manager.query(ADD_PEOPLE_SQL, [contactIds]);
  await queryPrepared(manager, LOCK_PEOPLE, [contactIds]);
}

const LOCK_PEOPLE: Statement = {
  name: 'engagement.lock-people',
  text: 'SELECT 1 FROM engagement_people WHERE contact_id = ANY($1::uuid[]) ORDER BY contact_id FOR UPDATE',
};

const ADD_PEOPLE_SQL = `
INSERT INTO engagement_people (contact_id) SELECT id FROM unnest($1::uuid[]) AS id ORDER BY id ON CONFLICT DO NOTHING`;
