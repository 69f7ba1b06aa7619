import type { Prunable } from '#database';

/** A client that was away for longer reads the conversation itself. */
export const PRUNABLE_PERSON_EVENTS: Prunable = { table: 'person_events', where: 'created_at < $1' };
