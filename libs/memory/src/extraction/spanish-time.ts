import type { DateTime, DurationLike } from 'luxon';

const NUMBERS: Readonly<Record<string, number>> = {
  un: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  quince: 15,
  veinte: 20,
};
const WEEKDAYS = ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo'];
const COUNT = String.raw`(\d{1,3}|${Object.keys(NUMBERS).join('|')}) (dia|semana|mes|año|ano)e?s?`;
const AGO = new RegExp(String.raw`(?<!\p{L})hace (?:casi |como |unos |unas )?${COUNT}`, 'u');
const AHEAD = new RegExp(String.raw`(?<!\p{L})(?:dentro de|en) ${COUNT}`, 'u');
const WEEKDAY = new RegExp(String.raw`(?<!\p{L})(${WEEKDAYS.join('|')})(?!\p{L})`, 'u');
const HAS_HOUR = /\ba las? \d/u;

/** What Spanish says of days and is not in the library that reads the rest. Null for everything else, and when an hour is named. */
export function spanishTime(words: string, base: DateTime): DateTime | null {
  const text = words.toLowerCase().replaceAll(/[áéíóú]/g, (letter) => 'aeiou'['áéíóú'.indexOf(letter)] ?? letter);
  if (HAS_HOUR.test(text)) return null;
  const day = base.startOf('day');
  if (/\b(?:anteayer|antes de ayer)\b/.test(text)) return day.minus({ days: 2 });
  if (text.includes('pasado mañana')) return day.plus({ days: 2 });
  const ago = AGO.exec(text);
  if (ago) return day.minus(spanOf(ago));
  const ahead = AHEAD.exec(text);
  if (ahead) return day.plus(spanOf(ahead));
  return unitOf(text, day) ?? weekdayOf(text, day);
}

function unitOf(text: string, day: DateTime): DateTime | null {
  const found = /(?<!\p{L})(semana|mes|año) (que viene|pasad[oa]|siguiente)|proxim[oa] (semana|mes|año)/u.exec(text);
  if (!found) return null;
  const unit = ({ semana: 'week', mes: 'month', año: 'year' } as const)[(found[1] ?? found[3]) as 'semana'];
  const span = { [`${unit}s`]: 1 };
  return (found[2]?.startsWith('pasad') ? day.minus(span) : day.plus(span)).startOf(unit);
}

/** A weekday is the coming one; "pasado": the one before. */
function weekdayOf(text: string, day: DateTime): DateTime | null {
  const name = WEEKDAY.exec(text)?.[1];
  if (name === undefined) return null;
  const ahead = (WEEKDAYS.indexOf(name) + 1 - day.weekday + 7) % 7;
  if (/pasad[oa]/.test(text)) return day.minus({ days: (7 - ahead) % 7 || 7 });
  return day.plus({ days: ahead || 7 });
}

function spanOf([, count = '', unit = '']: RegExpExecArray): DurationLike {
  const many = NUMBERS[count] ?? Number(count);
  const units = { dia: 'days', semana: 'weeks', mes: 'months', año: 'years', ano: 'years' } as const;
  return { [units[unit as 'dia']]: many };
}
