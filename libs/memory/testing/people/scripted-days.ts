import { DateTime } from 'luxon';

/** Where the scripted people are. */
export const SCRIPTED_ZONE = 'Europe/Madrid';

/** 10:00 of a day, so many days ago. */
export function tenOClock(daysAgo: number): DateTime {
  return DateTime.now().setZone(SCRIPTED_ZONE).startOf('day').minus({ days: daysAgo }).set({ hour: 10 });
}

/** A date as it stands in a memory. */
export function dateOf(day: DateTime): RegExp {
  return new RegExp(day.toFormat('yyyy-MM-dd'));
}

/** The first such weekday (1 Monday … 7 Sunday) after a day. */
export function weekdayAfter(day: DateTime, weekday: number): DateTime {
  return day.plus({ days: ((weekday - day.weekday + 6) % 7) + 1 });
}
