import { DateTime } from 'luxon';

import { AppError } from '#kernel';

/** Days of `TIME_ZONE`, both included. */
export interface UsageDays {
  readonly zone: string;
  readonly from: string;
  readonly to: string;
}

const DEFAULT_DAYS = 30;
const MOST_DAYS = 400;

/**
 * The days that are asked for. Without `to` until today, without `from` thirty of them.
 * @throws AppError `llm.bad-range`
 */
export function usageDays(
  asked: { readonly from?: string; readonly to?: string },
  today: string,
  zone: string,
): UsageDays {
  const to = dayOf('to', asked.to ?? today);
  const from = asked.from === undefined ? to.minus({ days: DEFAULT_DAYS - 1 }) : dayOf('from', asked.from);
  if (from > to) throw badRange('from is after to: give the earlier day as from.');
  if (to.diff(from, 'days').days >= MOST_DAYS) throw badRange(`Give at most ${MOST_DAYS} days at a time.`);
  return { zone, from: from.toISODate() ?? '', to: to.toISODate() ?? '' };
}

function dayOf(field: string, text: string): DateTime {
  const day = DateTime.fromISO(text, { zone: 'utc' });
  if (!day.isValid) throw badRange(`${field} is no day of the calendar: give it as in 2026-01-31.`);
  return day.startOf('day');
}

function badRange(message: string): AppError {
  return new AppError('llm.bad-range', message, { kind: 'invalid' });
}
