import type { ReadableText } from './readable-text.js';

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

/** Numbers in words, ten to seventeen: what somebody over that age writes in words does not matter. */
const IN_WORDS: readonly (readonly [number, string])[] = [
  [10, 'ten|diez|zehn|dix|dez|dieci'],
  [11, 'eleven|once|elf|onze|undici'],
  [12, 'twelve|doce|zwolf|douze|doze|dodici'],
  [13, 'thirteen|trece|dreizehn|treize|treze|tredici'],
  [14, 'fourteen|catorce|vierzehn|quatorze|catorze|quattordici'],
  [15, 'fifteen|quince|funfzehn|quinze|quindici'],
  [16, 'sixteen|dieciseis|diez y seis|sechzehn|seize|dezesseis|dezasseis|sedici'],
  [17, 'seventeen|diecisiete|siebzehn|dix-sept|dezessete|dezassete|diciassette'],
];
const NUMBER = String.raw`(\d{1,3}|${IN_WORDS.map(([, words]) => words).join('|')})`;
/** After the number: years, or nothing that could be counted. */
const END = String.raw`(?=\s*(?:$|[.,;:!?)\n😊🙂😅]|(?:and|y|und|et|e|btw|but|pero|aber|mais|mas|ma|so|tho|though|lol|haha\w*|jaja\w*|now|years?|yrs?|yo|y\/o|anos?|jahre?|ans|anni|f|m|from|de (?!euros)|soy|me|i|ich|je|eu|io|with|con|next|tomorrow|today|soon|last|yesterday|this|manana|hoy|wanna|quieres|quiero|send|can)\b))`;
const NOT_COUNTED = String.raw`(?!\s*(?:years? (?:in|at|of|with|into|clean|sober|married|old(?:er)? than)|anos? (?:trabajando|de (?:experiencia|casad\w+|matrimonio|servicio|carrera|novios)|casad\w+|viviendo|esperando|aqui|en (?:la|el|esta)|con (?:mi|el|la)|sin|de casa\w+|trabalhando|a trabalhar)|jahre (?:in|bei|alte|her|verheiratet|dabei|lang|im)|ans (?:de|dans|que)|anni (?:di|che|in|fa)|m(?:in|in\.)?\s*\d|%|km|kg|cm|min|€|\$))`;

const OWN_AGE: readonly RegExp[] = [
  // English
  String.raw`(?:i'?m|im|i am|i just turned|i turned|i'?m turning|turning|i turn|i'?ll be|i'?ll turn|my (?:real |true |actual )?age is|age:?) (?:only |just |like |about |almost |nearly |actually |a |turning )?${NUMBER}(?:[fm]\b| ?yo\b|${END})`,
  String.raw`i(?:'?m| am) (?:a |an )?${NUMBER}[- ]?(?:year|yr|y)s?[- ]?o(?:ld)?`,
  // Spanish
  String.raw`(?:yo )?tengo (?:solo |apenas |ya |casi |los )?${NUMBER}${END}`,
  String.raw`(?:cumplo|cumpli|acabo de cumplir|voy a cumplir|he cumplido)(?: los)? ${NUMBER}(?![ ]?(?:meses|horas|dias|con la empresa))`,
  String.raw`soy (?:un |una )?(?:chic[oa]|ni[n]?[oa]|chaval[a]?|joven|adolescente|alumn[oa])? ?(?:de )${NUMBER}(?: anos?)?`,
  // German, French, Portuguese, Italian
  String.raw`ich (?:bin|werde|bin gerade)(?: \w+)? (?:erst |schon |gerade )?${NUMBER}(?: geworden)?${END}`,
  String.raw`(?:j'ai|moi j'ai|j'aurai|je viens d'avoir)(?: (?:que|bientot|seulement))? ${NUMBER} ans`,
  String.raw`(?:eu )?(?:tenho|fiz|vou fazer|faco)(?: (?:so|apenas))? ${NUMBER}${END}`,
  String.raw`(?:io )?(?:ho|compio|faccio)(?: (?:solo|appena|quasi))? ${NUMBER} anni`,
].map((words) => new RegExp(String.raw`(?<![a-z0-9])${words}${NOT_COUNTED}`));

/** School years and words that only a minor says of themselves, with how sure they make us. */
const SAID: readonly (readonly [number, RegExp])[] = [
  [
    0.9,
    /(?<![a-z])(?:i'?m|im|i am|soy|ich bin|je suis|eu sou|sou|sono) (?:still |only |just |a |an |un |una |uma |todavia |aun |noch |encore |ancora )*(?:minor(?!ity| in| issue| league| player| character)|underage|under ?18|menor(?: de edad| de idade)?(?! que)|minderjahrig|mineur(?:e)?|minorenne)\b/,
  ],
  [
    0.85,
    /(?<![a-z])(?:i'?m|im|i am|i go|i just started|i started) (?:\w+ )?(?:in|to|into|starting) (?:the )?(?:[3-9]|10|11|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh)(?:rd|th)? grade|\b(?:i'?m|im|i am) (?:a |an )?(?:[3-9]|10|11|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh)(?:rd|th)?[- ]grader/,
  ],
  [
    0.85,
    /(?<![a-z])(?:i'?m|im|i am|i (?:just |only |still )?(?:go|attend|study)) (?:still )?(?:in|to|at)? ?(?:middle|junior high|elementary|primary) ?(?:school)?\b(?! teacher)/,
  ],
  [
    0.85,
    /(?<![a-z])my (?:tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|1[0-7]th) birthday\b(?! (?:was|i got|ages|years))/,
  ],
  [
    0.6,
    /(?<![a-z])(?:i'?m|im|i am|i go|i attend) (?:still |a |an )?(?:(?:in|to|at) high ?school(?! (?:teacher|reunion))|(?:freshman|sophomore) in high ?school|high ?school(?:er| (?:student|freshman|sophomore|junior)))\b/,
  ],
  [
    0.85,
    /(?<![a-z])(?:voy|estoy|curso|estudio|empiezo|soy|paso) (?:\w+ )?(?:en|a|de|al)? ?(?:el |la )?(?:instituto,? a )?(?:\w+º?ª? ?(?:curso )?(?:de )?)?(?:la )?(?:eso|primaria|secundaria)(?![a-z])/,
  ],
  [
    0.5,
    /(?<![a-z])(?:voy|estoy|estudio) (?:al|en el) (?:instituto|cole|colegio|insti)(?![a-z])|(?:mis padres|mi madre|mi padre) no me dejan? (?:salir|tener (?:novi|movil|whats))/,
  ],
  [
    0.85,
    /(?<![a-z])ich (?:gehe|bin|komme) (?:jetzt )?in (?:die|der) (?:[3-9]|10)\.? ?klasse|(?<![a-z])je suis (?:au college|en (?:6|5|4|3)(?:e|eme)|en (?:sixieme|cinquieme|quatrieme|troisieme)|collegien\w*)|(?<![a-z])(?:estou|ando) no (?:[5-9]|quinto|sexto|setimo|oitavo|nono)[ºo°]? ano|(?<![a-z])(?:faccio|frequento|sono in|vado) (?:la |alle |in )?(?:prima|seconda|terza)? ?(?:medie|media)(?![a-z])/,
  ],
];

/** What the text says of its writer's age; null when nothing. Somebody else's ("my son is 14") and the past ("when I was 15") are not meant. */
export function ageSignal({ plain }: ReadableText): AgeSignal | null {
  let adult: AgeSignal | null = null;
  for (const pattern of OWN_AGE) {
    const age = yearsOf(pattern.exec(plain)?.[1]);
    if (age === null || age < YOUNGEST || age > OLDEST) continue;
    if (age < ADULT_AGE) return { kind: 'minor', age, confidence: 0.9 };
    adult ??= { kind: 'adult', age, confidence: 0.5 };
  }
  const said = SAID.find(([, pattern]) => pattern.test(plain));
  return said ? { kind: 'minor', age: null, confidence: said[0] } : adult;
}

function yearsOf(number: string | undefined): number | null {
  if (number === undefined) return null;
  const word = IN_WORDS.find(([, words]) => words.split('|').includes(number));
  return word ? word[0] : Number(number);
}
