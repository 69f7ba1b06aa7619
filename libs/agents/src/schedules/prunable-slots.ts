import type { Prunable } from '#database';

import { TRIGGERED } from './slot-ledger.service.js';

/** Slots before `$1`, except the last one of each schedule, which says where the schedule stands. */
export const PRUNABLE_SLOTS: Prunable = {
  table: 'schedule_slots',
  where: `slot < $1 AND EXISTS (
    SELECT 1 FROM schedule_slots AS later
    WHERE later.schedule_id = schedule_slots.schedule_id AND later.slot > schedule_slots.slot
      AND later.reason IS DISTINCT FROM '${TRIGGERED}')`,
};

/** Processes that have not run the clock since `$1`. */
export const PRUNABLE_HEARTBEATS: Prunable = { table: 'scheduler_heartbeats', where: 'beat_at < $1' };
