import { CronExpressionParser } from 'cron-parser';
import { IANAZone } from 'luxon';

import { badSchedule } from '../agents.errors.js';
import type { ScheduleOptions } from './schedule-options.js';

/** @throws AppError `agents.bad-schedule` when one cannot run, or two have the same id */
export function checkSchedules(schedules: readonly ScheduleOptions[]): void {
  const ids = new Set<string>();
  for (const schedule of schedules) {
    if (ids.has(schedule.id)) throw badSchedule(schedule.id, 'another one has the same id');
    ids.add(schedule.id);
    checkSchedule(schedule);
  }
}

function checkSchedule({ id, cron, everyMs, zone, catchUpMs = 0 }: ScheduleOptions): void {
  if (zone !== undefined && !IANAZone.isValidZone(zone)) throw badSchedule(id, `${zone} is no time zone`);
  if (everyMs !== undefined && !(everyMs >= 1_000)) throw badSchedule(id, 'everyMs must be at least 1000');
  if (!(catchUpMs >= 0)) throw badSchedule(id, 'catchUpMs must not be negative');
  if (cron === undefined) return;
  try {
    CronExpressionParser.parse(cron, { tz: 'UTC' }).next();
  } catch {
    throw badSchedule(id, `"${cron}" is no cron expression that ever comes`);
  }
}
