import type { ReadableText } from './readable-text.js';
import { SAID_OF_SCHOOL } from './said-of-school.js';
import { numberOf, YOUNG_WORDS } from './young-numbers.js';

/** What a person says about their own age. */
export interface AgeSignal {
  readonly kind: 'minor' | 'adult';
  /** In years, when it was said. */
  readonly age: number | null;
  /** 0-1. */
  readonly confidence: number;
}

const ADULT_AGE = 18;
/** Nobody younger writes; what is smaller counts something else. */
const YOUNGEST = 6;
const OLDEST = 110;

const NUMBER = String.raw`(\d{1,3}|${YOUNG_WORDS})`;
/** After the number: years, or nothing that could be counted. */
const END = String.raw`(?=\s*(?:$|[.,;:!?)\n😊🙂😅]|(?:and|y|und|et|e|btw|but|pero|aber|mais|mas|ma|so|tho|though|lol|haha\w*|jaja\w*|now|years?|yrs?|yo|y\/o|anos?|jahre?|ans|anni|f|m|from|de (?!euros)|soy|me|i|ich|je|eu|io|with|con|next|tomorrow|today|soon|last|yesterday|this|manana|hoy|wanna|quieres|quiero|send|can)\b))`;
const NOT_COUNTED = String.raw`(?!\s*(?:years? (?:in|at|of|with|into|clean|sober|married|old(?:er)? than)|anos? (?:trabajando|de (?:experiencia|casad\w+|matrimonio|servicio|carrera|novios)|casad\w+|viviendo|esperando|aqui|en (?:la|el|esta)|con (?:mi|el|la)|sin|de casa\w+|trabalhando|a trabalhar)|jahre (?:in|bei|alte|her|verheiratet|dabei|lang|im)|ans (?:de|dans|que)|anni (?:di|che|in|fa)|m(?:in|in\.)?\s*\d|%|km|kg|cm|min|€|\$))`;

const OWN_AGE: readonly RegExp[] = [
  // English
  String.raw`(?:i'?m|im|i am|i just turned|i turned|i'?m turning|turning|i turn|i'?ll be|i'?ll turn|my (?:real |true |actual )?age is|age:?) (?:only |just |like |about |almost |nearly |actually |a |turning )?${NUMBER}(?:[fm]\b| ?yo\b|${END})`,
  String.raw`i(?:'?m| am) (?:a |an )?${NUMBER}[- ]?(?:year|yr|y)s?[- ]?o(?:ld)?`,
  // Spanish
  String.raw`(?:yo )?tengo (?:solo |apenas |ya |casi |los )?${NUMBER}${END}`,
  String.raw`(?:cumplo|cumplire|cumpli|acabo de cumplir|voy a cumplir|he cumplido)(?: los)? ${NUMBER}(?![ ]?(?:meses|horas|dias|con la empresa))`,
  String.raw`soy (?:un |una )?(?:chic[oa]|ni[n]?[oa]|chaval[a]?|joven|adolescente|alumn[oa])? ?(?:de )${NUMBER}(?: anos?)?`,
  // German, French, Portuguese, Italian
  String.raw`ich (?:bin|werde|bin gerade)(?: \w+)? (?:erst |schon |gerade )?${NUMBER}(?: geworden)?${END}`,
  String.raw`(?:j'ai|moi j'ai|j'aurai|je vais avoir|je fete mes|je n'ai que|je viens d'avoir)(?: (?:que|bientot|seulement|a peine|tout juste|presque))? ${NUMBER} ans`,
  String.raw`(?:eu )?(?:tenho|fiz|vou fazer|faco|farei|completo|vou completar|acabei de fazer)(?: (?:so|apenas|quase))? ${NUMBER}${END}`,
  String.raw`(?:io )?(?:ho|compio|faccio|compiro|sto per compiere|ho appena compiuto)(?: (?:solo|appena|quasi))? ${NUMBER} anni`,
].map((words) => new RegExp(String.raw`(?<![a-z0-9])${words}${NOT_COUNTED}`));

/** What the text says of its writer's age; null when nothing. Somebody else's ("my son is 14") and the past ("when I was 15") are not meant. */
export function ageSignal({ plain }: ReadableText): AgeSignal | null {
  let adult: AgeSignal | null = null;
  for (const pattern of OWN_AGE) {
    const age = yearsOf(pattern.exec(plain)?.[1]);
    if (age === null || age < YOUNGEST || age > OLDEST) continue;
    if (age < ADULT_AGE) return { kind: 'minor', age, confidence: 0.9 };
    adult ??= { kind: 'adult', age, confidence: 0.5 };
  }
  const said = SAID_OF_SCHOOL.find(([, pattern]) => pattern.test(plain));
  return said ? { kind: 'minor', age: null, confidence: said[0] } : adult;
}

function yearsOf(number: string | undefined): number | null {
  return number === undefined ? null : numberOf(number);
}
