import { DateTime } from 'luxon';

import { badRange } from '../conversations.errors.js';

/** From the first moment of one day to the first moment after another. */
export interface AnalyticsRange {
  readonly from: Date;
  /** Not included. */
  readonly until: Date;
  /** ISO dates of the first and the last day. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** IANA name: whose days they are. */
  readonly zone: string;
}

export interface AskedDays {
  /** ISO dates, both included. */
  readonly from?: string;
  readonly to?: string;
}

const DEFAULT_DAYS = 30;
const MOST_DAYS = 366;
const FIRST_YEAR = 2000;

/** Without `to` until today, without `from` thirty days. @throws AppError `conversation.bad-range` */
export function analyticsRange({ from, to }: AskedDays, zone: string, now: Date): AnalyticsRange {
  const today = DateTime.fromJSDate(now, { zone }).startOf('day');
  const last = to === undefined ? today : dayOf(to, zone);
  const first = from === undefined ? last.minus({ days: DEFAULT_DAYS - 1 }) : dayOf(from, zone);
  const tooMany = last.diff(first, 'days').days >= MOST_DAYS;
  if (first > last || tooMany || first.year < FIRST_YEAR || last > today.plus({ days: MOST_DAYS })) throw badRange();
  return {
    from: first.toJSDate(),
    until: last.plus({ days: 1 }).startOf('day').toJSDate(),
    firstDay: first.toISODate() ?? '',
    lastDay: last.toISODate() ?? '',
    zone,
  };
}

function dayOf(text: string, zone: string): DateTime {
  const day = DateTime.fromISO(text, { zone });
  if (!day.isValid) throw badRange();
  return day.startOf('day');
}
