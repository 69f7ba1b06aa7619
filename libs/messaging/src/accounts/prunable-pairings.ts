import type { Prunable } from '#database';

/** Requests for a pairing code from before `$1`: a code is good for minutes. */
export const PRUNABLE_PAIRINGS: Prunable = { table: 'pairing_requests', where: 'created_at < $1' };
