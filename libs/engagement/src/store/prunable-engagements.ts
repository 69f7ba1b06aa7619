import type { Prunable } from '#database';

/** Outreaches that ended, planned before `$1`. */
export const PRUNABLE_ENGAGEMENTS: Prunable = {
  table: 'engagements',
  where: `status NOT IN ('planned', 'approved') AND created_at < $1`,
};
