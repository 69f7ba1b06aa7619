import type { EntityManager } from 'typeorm';

const DAY_MS = 24 * 3_600_000;

/**
 * The network took nothing for them, and may not tomorrow either: what it refuses counts in no cap, so that nothing else would slow us down. Who
 * writes is looked at before. Their rows are locked.
 */
export async function lookTomorrow(manager: EntityManager, contactIds: readonly string[], now: Date): Promise<void> {
  if (contactIds.length === 0) return;
  await manager.query(
    `UPDATE engagement_people SET next_look_at = greatest(next_look_at, $2) WHERE contact_id = ANY($1::uuid[])`,
    [contactIds, new Date(now.getTime() + DAY_MS)],
  );
}
