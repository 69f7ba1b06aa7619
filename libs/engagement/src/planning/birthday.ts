import type { ParsedComponents } from 'chrono-node';
import * as english from 'chrono-node/en';
import * as spanish from 'chrono-node/es';

/** A day of each year. */
export interface Birthday {
  /** 1-12. */
  readonly month: number;
  readonly day: number;
}

/** Of their own, not of others: what is remembered of somebody names others by name. */
const TELLS = /^(?:(?:their|his|her|my)\s+)?birthday\b|^(?:(?:su|mi)\s+)?cumpleaños\b|\bwas born on\b|\bnació el\b/iu;

/** Leap years, so that 29 February is a day. */
const READ_IN = [new Date(Date.UTC(2024, 0, 1, 12)), new Date(Date.UTC(2028, 3, 9, 12))];

/** The birthday that a memory of somebody tells; null when it tells none, or not the day. */
export function birthdayIn(text: string): Birthday | null {
  if (!TELLS.test(text.trim())) return null;
  for (const reader of [english, spanish]) {
    // Once more in another year: a day that is counted from the day of reading is another one then.
    const [first, again] = READ_IN.map((year) => dayIn(reader.parse(text, year)[0]?.start));
    if (first && first.month === again?.month && first.day === again.day) return first;
  }
  return null;
}

function dayIn(read: ParsedComponents | undefined): Birthday | null {
  const [month, day] = [read?.get('month'), read?.get('day')];
  return read?.isCertain('day') && read.isCertain('month') && month && day ? { month, day } : null;
}
