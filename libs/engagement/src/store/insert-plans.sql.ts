import type { Statement } from '#database';

/**
 * $1 the plans as JSON, $2 how many may wait for one person, $3 how many in all, $4 now. Each takes the lowest place that is free for its
 * person, and any free place in the queue: so two that plan at once rarely want the same. Places are taken in ascending order, so that two
 * batches never wait for each other crosswise; whoever finds a place taken meanwhile is left out.
 */
export const INSERT_PLANS: Statement = {
  name: 'engagement.insert-plans',
  text: `
WITH wanted AS (
  SELECT plan.*, row_number() OVER (PARTITION BY contact_id ORDER BY id) AS nth_of_person, row_number() OVER (ORDER BY id) AS nth
  FROM jsonb_to_recordset($1::jsonb) AS plan (
    id uuid, contact_id uuid, chat_id uuid, account_id uuid, character_id uuid, type text, moment text, memory_ids uuid[], reasons jsonb,
    experiment jsonb, mode text, stage text, due_at timestamptz, expires_at timestamptz
  )
),
queue AS (
  SELECT slot, row_number() OVER (ORDER BY random()) AS nth FROM generate_series(0, $3::int - 1) AS slot
  WHERE NOT EXISTS (SELECT 1 FROM engagements WHERE queue_slot = slot)
)
INSERT INTO engagements (
  id, contact_id, subject_id, chat_id, account_id, character_id, type, moment, memory_ids, status, reasons, experiment, mode, stage,
  due_at, expires_at, created_at, pending_slot, queue_slot
)
SELECT wanted.id, wanted.contact_id, wanted.contact_id, chat_id, account_id, character_id, type, moment, memory_ids, 'planned', reasons,
  experiment, mode, stage, due_at, expires_at, $4::timestamptz, pending.slot, queue.slot
FROM wanted
JOIN queue ON queue.nth = wanted.nth
JOIN LATERAL (
  SELECT slot FROM generate_series(0, $2::int - 1) AS slot
  WHERE NOT EXISTS (
    SELECT 1 FROM engagements WHERE engagements.contact_id = wanted.contact_id AND pending_slot = slot
  )
  ORDER BY slot OFFSET wanted.nth_of_person - 1 LIMIT 1
) AS pending ON true
ORDER BY queue.slot
ON CONFLICT DO NOTHING
RETURNING id`,
};
