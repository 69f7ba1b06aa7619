import { casual } from 'chrono-node/en';

const SINCE = /\b(?:since|desde)\s+(?:(?:el |la )?\d{4}|(?:hace )?[\p{L}\d]+(?: [\p{L}\d]+)?)/iu;
const SPANISH =
  /(?:el |la |los )?(?:próxim[oa] |pasad[oa] )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|semana|mes|año)(?: (?:que viene|pasad[oa]|siguiente))?(?: a las? \d{1,2}(?::\d\d)?)?|pasado mañana|anteayer|mañana(?! por la)|ayer|hoy|(?:dentro de|hace|en) (?:\d+|una?|dos|tres|cuatro|cinco|seis) (?:días?|semanas?|mes(?:es)?|años?)|(?:el )?\d{1,2} de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?: de \d{4})?|en (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|(?:el |la )?(?:próxim[oa] |pasad[oa] )?(?:verano|invierno|otoño|primavera)(?: (?:que viene|pasad[oa]))?/iu;
const SEASON =
  /\b(?:(?:next|last|this) )?(?:spring|summer|autumn|winter)\b|\b(?:next|last|this) (?:week|month|year|weekend)\b/i;

/** The words of a sentence that tell a time, as they stand there; '' when there are none. */
export function timeWords(sentence: string): string {
  const since = SINCE.exec(sentence)?.[0];
  if (since !== undefined && /\d{4}/.test(since)) return since;
  const parsed = casual.parse(sentence).map(({ text }) => text);
  const spanish = SPANISH.exec(sentence)?.[0]?.trim();
  const season = SEASON.exec(sentence)?.[0];
  return (
    [parsed[0], spanish, season]
      .filter((words) => words !== undefined)
      .toSorted((one, other) => other.length - one.length)[0] ?? ''
  );
}
