/** A word that switches us off or on again, in force from the moment it is stored. */
export type ConsentWord = 'stop' | 'start';

/** Languages that have a consent word. One that several share counts for the first of them. */
export const CONSENT_LANGUAGES = ['en', 'es', 'pt', 'fr', 'de', 'it', 'ru', 'zh', 'ja', 'ar', 'hi'] as const;
export type ConsentLanguage = (typeof CONSENT_LANGUAGES)[number];

/** A consent word as it was said. */
export interface SaidConsent {
  readonly word: ConsentWord;
  readonly language: ConsentLanguage;
}

const STOP: Readonly<Record<ConsentLanguage, readonly string[]>> = {
  en: ['stop', 'stopall', 'unsubscribe'],
  es: ['alto', 'para', 'parar', 'baja'],
  pt: ['pare'],
  fr: ['arrêt', 'arrêter'],
  de: ['stopp', 'abmelden'],
  it: ['fermati'],
  ru: ['стоп'],
  zh: ['停止'],
  ja: ['ストップ'],
  ar: ['توقف'],
  hi: ['रुको'],
};
const START: Readonly<Record<ConsentLanguage, readonly string[]>> = {
  en: ['start', 'unstop', 'subscribe'],
  es: ['empezar', 'alta'],
  pt: ['começar'],
  fr: ['reprendre'],
  de: ['weiter'],
  it: ['inizia'],
  ru: ['старт'],
  zh: ['开始', '開始'],
  ja: ['スタート'],
  ar: ['ابدأ'],
  hi: [],
};

/** Cyrillic and Greek letters that are drawn like Latin ones: a STOP written with them is still a STOP. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    т: 't',
    ѕ: 's',
    і: 'i',
    к: 'k',
    м: 'm',
    н: 'h',
    у: 'y',
    х: 'x',
    ο: 'o',
    τ: 't',
    ρ: 'p',
    α: 'a',
    ε: 'e',
    ν: 'v',
    ι: 'i',
    κ: 'k',
    υ: 'u',
    ꜱ: 's',
  }),
);

const WORDS: ReadonlyMap<string, SaidConsent> = new Map(
  CONSENT_LANGUAGES.flatMap((language) => [
    ...STOP[language].map((word) => entryOf(word, { word: 'stop', language })),
    ...START[language].map((word) => entryOf(word, { word: 'start', language })),
  ]),
);

/** What people add to be kind. */
const POLITE = new Set([
  'please',
  'pls',
  'por',
  'favor',
  'porfavor',
  'bitte',
  'svp',
  'merci',
  'thanks',
  'gracias',
  'danke',
]);

/**
 * The consent word that a text is, or null. Only a text that is nothing but the word, and perhaps a "please", counts
 * ("please stop the music" is talk), but case, accents, punctuation, invisible characters, full-width forms and
 * look-alike letters do not hide it.
 */
export function consentWord(text: string): ConsentWord | null {
  return saidConsent(text)?.word ?? null;
}

/** As `consentWord`, with the language of the word: in that one it is answered. */
export function saidConsent(text: string): SaidConsent | null {
  if (text.length > 64) return null;
  return lookUp(lettersOf(text)) ?? lookUp(withoutPoliteness(text));
}

function lookUp(letters: string): SaidConsent | null {
  return (
    WORDS.get(letters) ?? WORDS.get(Array.from(letters, (letter) => LOOKALIKES.get(letter) ?? letter).join('')) ?? null
  );
}

function withoutPoliteness(text: string): string {
  const words = text.split(/\s+/).map(lettersOf);
  return words.filter((word) => !POLITE.has(word)).join('');
}

function entryOf(word: string, said: SaidConsent): readonly [string, SaidConsent] {
  return [lettersOf(word), said];
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}
