import { SAFETY_LANGUAGES, type SafetyLanguage } from '../classify/danger-signals.js';

const COMMON: Readonly<Record<SafetyLanguage, string>> = {
  en: 'the you your my is are was what how who when where why do does can could would please not with for this that have has i it and of me dont want',
  es: 'el la los las un una que qué como cómo cuando cuándo donde dónde eres es está estás estoy mi tu yo te quiero tengo puedes pero muy más por para con porque sí gracias hola no me eso esto ya',
  de: 'der die das ein eine ich du ist bin bist sind nicht mit und für was wie wer wann wo warum kann kannst möchte bitte danke aber sehr mir dir mich dich es auch schon hallo',
  fr: 'le la les un une je tu est es suis et pas avec pour que qui quand où pourquoi peux veux mais très mon ton moi toi merci bonjour ça des du ce dans sur plus',
  pt: 'o a os as um uma eu você tu é está estou não com para que quem quando onde por posso quero mas muito meu minha seu obrigado olá isso da do em na no mais também',
  it: 'il lo la gli un una io tu è sei sono non con per che chi quando dove perché posso voglio ma molto mio mia tuo grazie ciao questo di del della in anche più cosa',
};
const WORDS = SAFETY_LANGUAGES.map((language) => [language, new Set(COMMON[language].split(' '))] as const);
const WORD = /\p{L}+/gu;
const LOOKED_AT = 1_000;

/** Which of our languages a text is written in, by its common words; `fallback` when they do not tell. */
export function textLanguage(text: string, fallback: SafetyLanguage): SafetyLanguage {
  const words = text.slice(0, LOOKED_AT).normalize('NFC').toLowerCase().match(WORD) ?? [];
  const counts = WORDS.map(([language, common]) => ({
    language,
    count: words.filter((word) => common.has(word)).length + (language === 'es' && /[¿¡ñ]/.test(text) ? 1 : 0),
  })).sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first && second && first.count > second.count ? first.language : fallback;
}

/** `es-MX` is answered in Spanish; a language that we have no texts in as `fallback`. */
export function safetyLanguageOf(locale: string | undefined, fallback: SafetyLanguage): SafetyLanguage {
  const primary = locale?.toLowerCase().split(/[-_]/)[0];
  return SAFETY_LANGUAGES.find((language) => language === primary) ?? fallback;
}
