import type { ScheduleOptions } from './schedule-options.js';
import { slotsBetween } from './slots.js';

/** Slots further back than this many are not even noted: a schedule of every second would have millions after a month. */
const MOST_MISSED = 1_000;

export interface DueSlots {
  /** To be run now, oldest first. */
  readonly run: readonly Date[];
  /** Missed too long ago. */
  readonly skipped: readonly Date[];
}

/** What is due at `now` when everything until `lastSlot` was dealt with: the latest slot, and missed ones within the catch-up window. */
export function dueSlots(schedule: ScheduleOptions, lastSlot: Date, now: Date): DueSlots {
  const slots = slotsBetween(schedule, lastSlot, now, MOST_MISSED);
  const oldest = now.getTime() - (schedule.catchUpMs ?? 0);
  const run = slots.filter((slot, index) => index === slots.length - 1 || slot.getTime() >= oldest);
  return { run, skipped: slots.slice(0, slots.length - run.length) };
}
