import type { EntityManager } from 'typeorm';

interface Place {
  readonly chat_id: string;
  readonly contact_id: string;
}

/**
 * Locks a plan that waits, with its chat and its person before it: in this order everywhere, so that nobody waits for each other crosswise. Null
 * when it waits no more, or has just moved to another chat or person. What is read after this is true until the transaction ends.
 */
export async function lockPlan(manager: EntityManager, id: string): Promise<{ readonly hasChat: boolean } | null> {
  const [place]: Place[] = await manager.query(`SELECT chat_id, contact_id FROM engagements ${WAITING_SQL}`, [id]);
  if (!place) return null;
  const chats: unknown[] = await manager.query('SELECT 1 FROM chats WHERE id = $1 FOR UPDATE', [place.chat_id]);
  await lockPerson(manager, place.contact_id);
  const plans: unknown[] = await manager.query(
    `SELECT 1 FROM engagements ${WAITING_SQL} AND chat_id = $2 AND contact_id = $3 FOR UPDATE`,
    [id, place.chat_id, place.contact_id],
  );
  return plans.length === 0 ? null : { hasChat: chats.length > 0 };
}

const WAITING_SQL = `WHERE id = $1 AND status IN ('planned', 'approved') AND handed_at IS NULL`;

/** Who has no row yet gets one: without a lock two could count the same cap. */
async function lockPerson(manager: EntityManager, contactId: string): Promise<void> {
  const lock = 'SELECT 1 FROM engagement_people WHERE contact_id = $1 FOR UPDATE';
  const people: unknown[] = await manager.query(lock, [contactId]);
  if (people.length > 0) return;
  await manager.query('INSERT INTO engagement_people (contact_id) VALUES ($1) ON CONFLICT DO NOTHING', [contactId]);
  await manager.query(lock, [contactId]);
}
