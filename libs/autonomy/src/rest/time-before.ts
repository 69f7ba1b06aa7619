import { timeInvalid } from './rest.errors.js';

/** Far enough for everybody, and still within the seconds that a group's state counts in. */
const YEARS = 10;

/** A time that an operator gives. @throws AppError `autonomy.time-invalid` when it lies more than ten years ahead */
export function timeBefore(field: string, given: string, now: Date): Date {
  const time = new Date(given);
  const last = new Date(now);
  last.setUTCFullYear(now.getUTCFullYear() + YEARS);
  if (time > last) throw timeInvalid(field, 'a time within the next ten years');
  return time;
}
