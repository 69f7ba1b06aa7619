import type { Prunable } from '#database';

/** Where sockets were that have not been seen since before `$1`. */
export const PRUNABLE_SOCKET_SESSIONS: Prunable = { table: 'socket_sessions', where: 'seen_at < $1' };
