import type { Statement } from '#database';

/**
 * What may be handed over or is to be ended, in the order of its time. $1 now, $2 and $3
 * the place after which to go on, $4 how many.
 */
export const DUE_PLANS: Statement = {
  name: 'engagement.due-plans',
  text: `
SELECT id, contact_id AS "contactId", due_at AS "dueAt" FROM engagements
WHERE status IN ('planned', 'approved') AND handed_at IS NULL AND due_at <= $1 AND (due_at, id) > ($2::timestamptz, $3::uuid)
ORDER BY due_at, id LIMIT $4`,
};
