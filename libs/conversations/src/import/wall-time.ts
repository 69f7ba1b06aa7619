import type { DateOrder } from './date-order.js';
import type { MessageStart } from './message-start.js';

const MILLISECONDS_A_MINUTE = 60_000;

/**
 * The date and time of a message as the phone's clock showed it, in milliseconds as if that clock ran on UTC; undefined
 * when there is no such date or time. Two-digit years are of this century.
 */
export function wallTime(start: MessageStart, order: DateOrder): number | undefined {
  const [year, month, day] = inOrder(start.date, order);
  const hour = hourOfDay(start);
  const fullYear = year < 100 ? 2000 + year : year;
  if (fullYear < 2000 || fullYear > 2099 || hour > 23 || start.minute > 59 || start.second > 59) return undefined;
  const midnight = new Date(Date.UTC(fullYear, month - 1, day));
  // A day that does not exist, such as 31 April, has run over into another month.
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return undefined;
  return midnight.getTime() + (hour * 60 + start.minute) * MILLISECONDS_A_MINUTE + start.second * 1_000;
}

function inOrder([first, second, third]: MessageStart['date'], order: DateOrder): readonly [number, number, number] {
  switch (order) {
    case 'ymd':
      return [first, second, third];
    case 'mdy':
      return [third, first, second];
    case 'dmy':
      return [third, second, first];
  }
}

function hourOfDay({ hour, meridiem }: MessageStart): number {
  if (meridiem === null) return hour;
  // "13:00 PM" is no time: it is left above 23 and refused.
  if (hour < 1 || hour > 12) return Number.POSITIVE_INFINITY;
  return (hour % 12) + (meridiem === 'pm' ? 12 : 0);
}
