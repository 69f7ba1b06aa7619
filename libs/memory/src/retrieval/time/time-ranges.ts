import type { ParsedComponents, ParsedResult } from 'chrono-node';
import * as english from 'chrono-node/en';
import * as spanish from 'chrono-node/es';
import { DateTime } from 'luxon';

import { folded } from '../analysis/text-words.js';
import { relativeRange } from './relative-range.js';
import type { TimeRange } from './time-range.js';

type Unit = 'day' | 'month' | 'year';

/** A month by itself may be a verb, or part of a name. */
const BEFORE_MONTH =
  /(?:\b(?:in|during|since|last|this|until|by|of|en|durante|desde|de|pasado|este)|between|entre|and|y)\s+(?:el\s+)?$/i;
const YEAR = /(?<![\d.,])(?:19[5-9]|20[0-4])\d(?![\d.,]\d|\d)/g;
const BETWEEN = /\b(?:between|from|entre|desde|del?)\b.*\b(?:and|to|until|till|y|al?|hasta)\b/i;
const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const MESES = 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre';
const DAYS = '(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|miercoles|jueves|viernes|sabado|domingo';
const MAY_NAME_A_DAY = new RegExp(`\\b(?:\\d|(?:${MONTHS}|${MESES}|${DAYS})(?![a-z]))`, 'i');
/** Said of what has been: the next such day is rarely meant. */
const AHEAD_MS = 24 * 3_600_000;

/**
 * The times that a question names, in English or Spanish, as stretches: "in May" is a month, "last summer" a season. What has no year is
 * the last one before `now`. Empty when it names none.
 */
export function timeRanges(text: string, now: Date, zone = 'utc'): TimeRange[] {
  const plain = folded(text);
  const relative = relativeRange(plain, DateTime.fromJSDate(now, { zone }));
  if (relative) return [relative];
  const found = named(plain, now, zone);
  const [first, second] = found;
  if (first && second && BETWEEN.test(plain)) {
    return [{ from: Math.min(first.from, second.from), to: Math.max(first.to, second.to) }];
  }
  return found;
}

function named(text: string, now: Date, zone: string): TimeRange[] {
  const instant = { instant: now, timezone: DateTime.fromJSDate(now, { zone }).offset };
  // Reading takes a millisecond, and few texts have anything to read.
  const results = MAY_NAME_A_DAY.test(text) ? better(english.parse(text, instant), spanish.parse(text, instant)) : [];
  const years = [...text.matchAll(YEAR)].map(([year]) => Number(year));
  const ranges = results.flatMap((result) => rangeOf(result, { text, now, zone, year: years[0] }));
  if (ranges.length > 0) return ranges;
  return years.map((year) => stretch(DateTime.fromObject({ year }, { zone }), 'year'));
}

/** English reads "mar" out of "marzo": the language that understands more of the text is the right one. */
function better(inEnglish: readonly ParsedResult[], inSpanish: readonly ParsedResult[]): readonly ParsedResult[] {
  const understood = (results: readonly ParsedResult[]): number =>
    results.reduce((sum, { text }) => sum + text.length, 0);
  return understood(inSpanish) > understood(inEnglish) ? inSpanish : inEnglish;
}

interface Reading {
  readonly text: string;
  readonly now: Date;
  readonly zone: string;
  /** The first year that the text names. */
  readonly year: number | undefined;
}

function rangeOf({ start, end, index }: ParsedResult, { text, now, zone, year }: Reading): TimeRange[] {
  const unit = unitOf(start);
  if (unit === null) return [];
  const alone = unit === 'month' && !start.isCertain('year') && year === undefined;
  if (alone && !BEFORE_MONTH.test(text.slice(0, index))) return [];
  const place = (parts: ParsedComponents): DateTime =>
    DateTime.fromObject(
      { year: parts.get('year') ?? 0, month: parts.get('month') ?? 1, day: parts.get('day') ?? 1 },
      { zone },
    );
  let from = place(start);
  if (!from.isValid) return [];
  if (!start.isCertain('year') && year !== undefined) from = from.set({ year });
  const hasYear = start.isCertain('year') || year !== undefined;
  if (!hasYear && from.toMillis() > now.getTime() + AHEAD_MS)
    from = from.minus(start.isCertain('month') ? { years: 1 } : { weeks: 1 });
  const range = stretch(from, unit);
  const last = end ? place(end) : null;
  return [last?.isValid && last > from ? { from: range.from, to: stretch(last, unit).to } : range];
}

function unitOf(start: ParsedComponents): Unit | null {
  if (start.isCertain('day') || start.isCertain('weekday')) return 'day';
  if (start.isCertain('month')) return 'month';
  return start.isCertain('year') ? 'year' : null;
}

function stretch(at: DateTime, unit: Unit): TimeRange {
  const from = at.startOf(unit);
  return { from: from.toMillis(), to: from.plus({ [unit]: 1 }).toMillis() };
}
