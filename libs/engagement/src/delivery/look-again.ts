import type { EntityManager } from 'typeorm';

/** What kept somebody from being written to has hardly passed before that. */
const LATER_MS = 3_600_000;

/** These are looked at again by the planner, since nothing came of what was planned for them. Their rows are locked. */
export async function lookAgain(manager: EntityManager, contactIds: readonly string[], now: Date): Promise<void> {
  await manager.query(
    `UPDATE engagement_people SET next_look_at = least(coalesce(next_look_at, 'infinity'), $2) WHERE contact_id = ANY($1::uuid[])`,
    [contactIds, new Date(now.getTime() + LATER_MS)],
  );
}
