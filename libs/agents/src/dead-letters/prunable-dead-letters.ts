import type { Prunable } from '#database';

/** Dead letters that nobody has touched since `$1`. */
export const PRUNABLE_DEAD_LETTERS: Prunable = {
  table: 'dead_letters',
  where: 'coalesce(retried_at, failed_at) < $1',
};
