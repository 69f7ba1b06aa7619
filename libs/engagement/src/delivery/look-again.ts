import type { EntityManager } from 'typeorm';

import { queryPrepared, type Statement } from '#database';

/** What kept somebody from being written to has hardly passed before that. */
const LATER_MS = 3_600_000;

/** These are looked at again by the planner, since nothing came of what was planned for them. Their rows are locked. */
export async function lookAgain(manager: EntityManager, contactIds: readonly string[], now: Date): Promise<void> {
  await queryPrepared(manager, LOOK_AGAIN, [contactIds, new Date(now.getTime() + LATER_MS)]);
}

const LOOK_AGAIN: Statement = {
  name: 'engagement.look-again',
  text: `
UPDATE engagement_people SET next_look_at = least(coalesce(next_look_at, 'infinity'), $2::timestamptz) WHERE contact_id = ANY($1::uuid[])`,
};
