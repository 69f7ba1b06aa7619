import type { Action } from '../engine/action.js';
import type { EngineName } from './engine-name.js';

const DAY_MINUTES = 1_440;

/**
 * Whether an action has to wait for the morning. Those who talk at night are awake and may be joined; a silence is not broken then, and nothing
 * is shared. The random timer does not know whether anybody talks. `quietHours` as `AUTONOMY_QUIET_HOURS` has them, `local` in seconds since 1970
 * of the group's own clock.
 */
export function heldByNight(engine: EngineName, action: Action, quietHours: string, local: number): boolean {
  const needsSomebodyAwake = engine === 'v1' || action === 'break_silence' || action === 'share_content';
  return needsSomebodyAwake && isNight(quietHours, local);
}

/** Seconds until the quiet hours are over; 0 outside of them. */
export function nightLeft(quietHours: string, local: number): number {
  if (!isNight(quietHours, local)) return 0;
  const [, until] = minutesOf(quietHours);
  const minute = minuteOf(local);
  return ((until - minute + DAY_MINUTES) % DAY_MINUTES) * 60 - (local % 60);
}

function isNight(quietHours: string, local: number): boolean {
  const [from, until] = minutesOf(quietHours);
  const minute = minuteOf(local);
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

function minuteOf(local: number): number {
  return Math.floor(local / 60) % DAY_MINUTES;
}

function minutesOf(quietHours: string): readonly [number, number] {
  const [from = 0, until = 0] = quietHours.split('-').map((time) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return hour * 60 + minute;
  });
  return [from, until];
}
