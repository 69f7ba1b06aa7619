/** The languages that the offline model answers in. */
export type Language = 'en' | 'es';

const SPANISH = new Set(
  (
    'hola buenas buenos dias días tardes noches gracias adios adiós luego que qué como cómo cual cuál quien quién cuando cuándo donde ' +
    'dónde soy eres es está estas estás estoy mi mis tu tus yo me te se llamo el la los las un una y de del en por para con pero muy ' +
    'más hoy mañana ayer quiero tengo puedes puede necesito favor vale sí si hasta nos lo le al vivo trabajo gusta'
  ).split(' '),
);
const ENGLISH = new Set(
  (
    'hello hi hey good morning evening night thanks thank bye the is are am was you your i my me we it a an and of in to for with ' +
    'what how who when where why do does can could would please yes no not name today tomorrow need want have has like love work live'
  ).split(' '),
);
const WORD = /\p{L}+/gu;

/** The language of a text, by its common words and letters; `fallback` when they say nothing. */
export function languageOf(text: string, fallback: Language): Language {
  const words = text.toLowerCase().match(WORD) ?? [];
  const spanish = words.filter((word) => SPANISH.has(word)).length + (/[¿¡ñ]/.test(text) ? 2 : 0);
  const english = words.filter((word) => ENGLISH.has(word)).length;
  if (spanish === english) return fallback;
  return spanish > english ? 'es' : 'en';
}
