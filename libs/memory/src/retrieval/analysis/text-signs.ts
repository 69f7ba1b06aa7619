import { TURN_SIGNS } from '../index/turn-features.js';

const MONTHS =
  'january|february|march|april|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';
const UNITS = 'week|month|year|weekend|night|summer|winter|spring|fall|autumn|mon|tue|wed|thu|fri|sat|sun';
const SPANISH_UNITS =
  'semana|mes|año|fin de semana|noche|verano|invierno|primavera|otoño|lunes|martes|miércoles|jueves|viernes|sábado|domingo';

const TIME = new RegExp(
  [
    `\\b(?:yesterday|today|tonight|tomorrow|ago|since|(?:last|next|this) (?:${UNITS})\\w*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|${MONTHS}`,
    '|(?:19|20)\\d\\d|\\d+(?:st|nd|rd|th)|for (?:\\d+|a|two|three|four|five|six|seven) (?:year|month|week)s?',
    '|ayer|anoche|anteayer|hoy|hace|desde hace)\\b',
    `|(?<!\\p{L})(?:mañana|(?:el|la|este|esta) (?:próxim[oa] )?(?:${SPANISH_UNITS})(?: pasad[oa]| que viene)?)(?!\\p{L})`,
  ].join(''),
  'iu',
);
const NUMBER =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twice|once|couple|few|several|hundred|dozen|first|second|third|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veces|varios|varias|primer[oa]?|segund[oa]|tercer[oa]?)\b/i;
const TITLE = /"[^"\n]{2,}"|“[^”\n]{2,}”|«[^»\n]{2,}»/;
/** A capital letter within a sentence. */
const NAME =
  /[\p{Ll},] (?!(?:I|Hey|Hi|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b)\p{Lu}\p{Ll}+/u;

/** `TURN_SIGNS` of a text, added up. */
export function textSigns(text: string): number {
  let signs = 0;
  if (/\?\s*$/.test(text)) signs |= TURN_SIGNS.asks;
  if (text.includes('?')) signs |= TURN_SIGNS.hasQuestion;
  if (TIME.test(text)) signs |= TURN_SIGNS.time;
  if (NUMBER.test(text)) signs |= TURN_SIGNS.number;
  if (TITLE.test(text)) signs |= TURN_SIGNS.title;
  if (NAME.test(text)) signs |= TURN_SIGNS.name;
  return signs;
}

const ASKS_WHEN =
  /^\W*when\b|\bhow long\b|\bwhat (?:year|month|day|date)\b|(?<!\p{L})cuándo(?!\p{L})|\bcuando\b[^.]*\?|\bqu[eé] (?:año|mes|día|dia|fecha)\b|\bcu[aá]nto (?:tiempo|hace)\b/iu;
const ASKS_NUMBER = /\bhow (?:many|much|often|old)\b|\bcu[aá]nt[oa]s?\b/iu;
const ASKS_TITLE =
  /\b(?:book|movie|film|song|show|game|author|band|serie|podcast|album|play|libro|pel[ií]cula|canci[oó]n|juego|grupo|disco)(?:s|es)?\b/iu;
const ASKS_NAME =
  /^\W*(?:who|whose|where)\b|\b(?:people|person|cit(?:y|ies)|countr(?:y|ies)|states?|places?|locations?)\b|\b(?:qui[eé]n(?:es)?|d[oó]nde|ciudad(?:es)?|pa[ií]s(?:es)?|lugar(?:es)?|personas?)\b/iu;

/** The sign that an answer to the question is likely to have; 0 when it can't be told. */
export function wantedSign(question: string): number {
  if (ASKS_WHEN.test(question)) return TURN_SIGNS.time;
  if (ASKS_NUMBER.test(question)) return TURN_SIGNS.number;
  if (ASKS_TITLE.test(question)) return TURN_SIGNS.title;
  return ASKS_NAME.test(question) ? TURN_SIGNS.name : 0;
}
