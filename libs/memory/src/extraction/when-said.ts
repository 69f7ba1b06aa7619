import type { ParsedComponents } from 'chrono-node';
import * as english from 'chrono-node/en';
import * as spanish from 'chrono-node/es';
import { DateTime } from 'luxon';

import { spanishTime } from './spanish-time.js';

const YEAR = /\b((?:19|20)\d\d)\b/;
const SEASONS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:spring|primavera)\b/iu, 3],
  [/\b(?:summer|verano)\b/iu, 6],
  [/\b(?:autumn|fall|otoño)\b/iu, 9],
  [/\b(?:winter|invierno)\b/iu, 12],
];
const LAST = /\b(?:last|past|previous|pasad[oa]|anterior)\b/iu;
const NEXT = /\b(?:next|coming|próxim[oa]|que viene)\b/iu;
const SPANISH =
  /\b(?:el|la|los|de|del|hace|desde|hasta|en|ayer|anteayer|hoy|que viene|próxim[oa]|pasad[oa]|lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|semana|mes|año|dentro)\b|mañana|sábado|miércoles/iu;

const NO_TIME = /^\s*(?:one|some|any|un|algún) ?d(?:ay|ía)\s*$/iu;

/** When something was said, and where. */
export interface SaidWhen {
  readonly at: Date;
  /** IANA name. */
  readonly zone: string;
  /** Of words that could be either, whether what lies ahead is meant: "on Monday" of a plan, and of a job that was begun. */
  readonly ahead: boolean;
}

/** How exact words are. */
export type Grain = 'hour' | 'day' | 'month' | 'season' | 'year';

/** The time that words mean, counted from when they were said: its beginning and its end. */
export interface MeantTime {
  readonly at: Date;
  readonly ends: Date;
  readonly grain: Grain;
}

/** Null when the words name no time. */
export function timeMeant(words: string, said: SaidWhen): MeantTime | null {
  if (words.trim() === '' || NO_TIME.test(words)) return null;
  const base = DateTime.fromJSDate(said.at, { zone: said.zone });
  const isSpanish = SPANISH.test(words);
  const inSpanish = isSpanish ? spanishTime(words, base) : null;
  if (inSpanish) return meantTime(inSpanish, 'day');
  const season = seasonOf(words, base);
  if (season) return meantTime(season, 'season');
  return parsed(words, said, base, isSpanish) ?? yearOf(words, base);
}

function meantTime(begin: DateTime, grain: Grain): MeantTime {
  const end = grain === 'season' ? begin.plus({ months: 3 }) : begin.endOf(grain === 'hour' ? 'day' : grain);
  return { at: begin.toJSDate(), ends: end.toJSDate(), grain };
}

function parsed(words: string, { at, ahead }: SaidWhen, base: DateTime, isSpanish: boolean): MeantTime | null {
  const reference = { instant: at, timezone: base.offset };
  const forwardDate = ahead || NEXT.test(words);
  const readers = isSpanish ? [spanish.casual, english.casual] : [english.casual];
  for (const reader of readers) {
    const start = reader.parse(words, reference, { forwardDate }).at(-1)?.start;
    const grain = start && grainOf(start);
    if (!start || !grain) continue;
    // In the zone's own offset of that day: a clock change may lie between.
    const local = DateTime.fromObject(
      {
        year: start.get('year') ?? base.year,
        month: grain === 'year' ? 1 : (start.get('month') ?? base.month),
        day: grain === 'year' || grain === 'month' ? 1 : (start.get('day') ?? 1),
        hour: grain === 'hour' ? (start.get('hour') ?? 0) : 0,
        minute: grain === 'hour' ? (start.get('minute') ?? 0) : 0,
      },
      { zone: base.zone },
    );
    // On a Tuesday, "on Tuesday" is not today.
    const later = forwardDate && start.isCertain('weekday') && !start.isCertain('day') && local.hasSame(base, 'day');
    if (local.isValid)
      return meantTime(later ? local.plus({ weeks: 1 }) : forwardDate ? local : notAhead(local, start, base), grain);
  }
  return null;
}

/** A weekday and a month without a year were the last ones, unless the words count from now ("tomorrow", "in two weeks"). */
function notAhead(local: DateTime, start: ParsedComponents, base: DateTime): DateTime {
  if (local <= base || start.isCertain('year')) return local;
  if (start.isCertain('weekday') && !start.isCertain('day')) return local.minus({ weeks: 1 });
  return start.isCertain('month') ? local.minus({ years: 1 }) : local;
}

function grainOf(start: ParsedComponents): Grain {
  if (start.isCertain('hour')) return 'hour';
  if (start.isCertain('day') || start.isCertain('weekday')) return 'day';
  if (start.isCertain('month')) return 'month';
  return start.isCertain('year') ? 'year' : 'day';
}

function seasonOf(words: string, base: DateTime): DateTime | null {
  const month = SEASONS.find(([season]) => season.test(words))?.[1];
  if (month === undefined) return null;
  const year = YEAR.exec(words)?.[1];
  const begins = base.set({ ...(year !== undefined && { year: Number(year) }), month, day: 1 }).startOf('day');
  if (year !== undefined) return begins;
  if (LAST.test(words)) return begins.plus({ months: 3 }) <= base ? begins : begins.minus({ years: 1 });
  if (NEXT.test(words)) return begins > base ? begins : begins.plus({ years: 1 });
  return begins;
}

function yearOf(words: string, base: DateTime): MeantTime | null {
  const year = YEAR.exec(words)?.[1];
  if (year === undefined) return null;
  return meantTime(base.set({ year: Number(year) }).startOf('year'), 'year');
}
