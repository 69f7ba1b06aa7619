import type { Prunable } from '#database';

/** Incidents that somebody has looked at, from before `$1`. What nobody has looked at stays. */
export const PRUNABLE_SAFETY_INCIDENTS: Prunable = { table: 'safety_incidents', where: 'handled_at < $1' };
