import { DateTime, type DurationLike, type DateTimeUnit } from 'luxon';

import type { TimeRange } from './time-range.js';

const SEASONS: Readonly<Record<string, number>> = {
  spring: 3,
  summer: 6,
  autumn: 9,
  fall: 9,
  winter: 12,
  primavera: 3,
  verano: 6,
  otono: 9,
  invierno: 12,
};
const UNITS: Readonly<Record<string, DateTimeUnit>> = {
  day: 'day',
  week: 'week',
  weekend: 'week',
  month: 'month',
  year: 'year',
  dia: 'day',
  semana: 'week',
  mes: 'month',
  ano: 'year',
};
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  few: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  un: 1,
  una: 1,
  dos: 2,
  unos: 3,
  unas: 3,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
};

const SEASON =
  /\b(?:(last|this|past|pasad[oa]|este|esta) )?(spring|summer|autumn|fall|winter|primavera|verano|otono|invierno)( pasad[oa])?(?: (?:of|de|del)? ?((?:19|20)\d\d))?\b/;
const LAST_UNIT =
  /\b(last|past|this|la|el|este|esta) (?:ultim[oa] )?(weekend|week|month|year|semana|mes|ano|fin de semana)( pasad[oa])?\b/;
const AGO =
  /\b(?:(a|an|one|two|couple of|three|few|four|five|six|seven|eight|nine|ten|\d{1,2}) (day|week|month|year)s? ago|hace (un|una|dos|unos|unas|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d{1,2}) (dia|semana|mes|ano)(?:s|es)?)\b/;
const DAYS: readonly [RegExp, number][] = [
  [/\b(?:day before yesterday|anteayer|antes de ayer)\b/, 2],
  [/\b(?:yesterday|last night|ayer|anoche)\b/, 1],
  [/\b(?:today|this morning|hoy|esta manana)\b/, 0],
];

/** What is counted from now: "last summer", "two weeks ago", "la semana pasada". The text is without accents. */
export function relativeRange(text: string, now: DateTime): TimeRange | null {
  const small = text.toLowerCase();
  return season(small, now) ?? ago(small, now) ?? lastUnit(small, now) ?? nearDay(small, now);
}

function season(text: string, now: DateTime): TimeRange | null {
  const [, before, name = '', after, year] = SEASON.exec(text) ?? [];
  const month = SEASONS[name];
  // "Fall" and "spring" are verbs too.
  if (month === undefined || !(before ?? after ?? year)) return null;
  const isThis = before === 'this' || (before?.startsWith('est') === true && after === undefined);
  let from = DateTime.fromObject({ year: year === undefined ? now.year : Number(year), month }, { zone: now.zone });
  // A season that has begun is "this", not "last" …
  if (year === undefined && from.plus({ months: isThis ? 0 : 3 }) > now) from = from.minus({ years: 1 });
  return range(from, { months: 3 });
}

/** The longer ago, the less exact. */
function ago(text: string, now: DateTime): TimeRange | null {
  const [, english, englishUnit, spanish, spanishUnit] = AGO.exec(text) ?? [];
  const unit = UNITS[englishUnit ?? spanishUnit ?? ''];
  const word = (english ?? spanish ?? '').replace(' of', '');
  const count = NUMBERS[word] ?? Number(word);
  if (unit === undefined || !Number.isFinite(count)) return null;
  const middle = now.minus({ [unit]: count });
  const slack: DurationLike = { days: { day: 1, week: 5, month: 20 }[unit as string] ?? 200 };
  return { from: middle.minus(slack).toMillis(), to: middle.plus(slack).toMillis() };
}

function lastUnit(text: string, now: DateTime): TimeRange | null {
  const [, which = '', name = '', past] = LAST_UNIT.exec(text) ?? [];
  const weekend = name === 'weekend' || name === 'fin de semana';
  const unit = weekend ? 'week' : UNITS[name];
  if (unit === undefined || (['la', 'el'].includes(which) && past === undefined)) return null;
  const isLast = which === 'last' || which === 'past' || past !== undefined;
  const from = now.startOf(unit).minus(isLast ? { [unit]: 1 } : {});
  return weekend ? range(from.plus({ days: 4 }), { days: 3 }) : range(from, { [unit]: 1 });
}

function nearDay(text: string, now: DateTime): TimeRange | null {
  const days = DAYS.find(([pattern]) => pattern.test(text))?.[1];
  return days === undefined ? null : range(now.startOf('day').minus({ days }), { days: 1 });
}

function range(from: DateTime, length: DurationLike): TimeRange {
  return { from: from.toMillis(), to: from.plus(length).toMillis() };
}
