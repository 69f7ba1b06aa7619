import type { Prunable } from '#database';

/** Records of tasks that ended before `$1`, except those that their dead letter can still bring back. */
export const PRUNABLE_TASKS: Prunable = {
  table: 'tasks',
  where: `status IN ('completed', 'failed', 'cancelled') AND coalesce(finished_at, created_at) < $1
    AND NOT EXISTS (SELECT 1 FROM dead_letters WHERE dead_letters.task_id = tasks.id AND dead_letters.retried_at IS NULL)`,
};
