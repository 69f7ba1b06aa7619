import { DateTime } from 'luxon';

import { badRange } from './stats.errors.js';

/** A row of days as calendars in one zone have them. */
export interface LocalDays {
  readonly zone: string;
  /** ISO dates, oldest first. */
  readonly dates: readonly string[];
  /** When each day begins, and last when the one after them does: clocks that change make days longer and shorter. */
  readonly bounds: readonly Date[];
}

export interface DayRange {
  /** ISO dates, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly zone: string;
}

const DEFAULT_DAYS = 30;
const MOST_DAYS = 366;
/** Before it, nobody sent a message with a phone like this. */
const FIRST_YEAR = 2000;

/**
 * The days between two dates. Without `to` until today, without `from` thirty of them.
 * @throws AppError `stats.bad-range`
 */
export function localDays({ from, to, zone }: DayRange, now: Date): LocalDays {
  const today = DateTime.fromJSDate(now, { zone }).startOf('day');
  const last = to === undefined ? today : dayOf('to', to, zone);
  const first = from === undefined ? last.minus({ days: DEFAULT_DAYS - 1 }) : dayOf('from', from, zone);
  if (first > last) throw badRange('from is after to: give the earlier day as from.');
  if (first.year < FIRST_YEAR || last > today.plus({ days: MOST_DAYS })) {
    throw badRange(`Give days from ${FIRST_YEAR}-01-01 until at most a year ahead.`);
  }
  const days = daysFrom(first, last);
  if (days.length > MOST_DAYS) throw badRange(`Give at most ${MOST_DAYS} days at a time: these are more.`);
  const bounds = [...days, last.plus({ days: 1 }).startOf('day')];
  return { zone, dates: days.map((day) => day.toISODate() ?? ''), bounds: bounds.map((day) => day.toJSDate()) };
}

function dayOf(field: string, text: string, zone: string): DateTime {
  const day = DateTime.fromISO(text, { zone });
  if (!day.isValid) throw badRange(`${field} is no day of the calendar: give it as in 2026-01-31.`);
  return day.startOf('day');
}

/** One more than allowed at the most. Each from the one before: a zone that changed sides of the date line left out a day. */
function daysFrom(first: DateTime, last: DateTime): DateTime[] {
  const days: DateTime[] = [];
  for (let day = first; day <= last && days.length <= MOST_DAYS; day = day.plus({ days: 1 }).startOf('day')) {
    days.push(day);
  }
  return days;
}
