/** A word that switches us off or on again, in force from the moment it is stored. */
export type ConsentWord = 'stop' | 'start';

const STOP = [
  ...[
    'stop',
    'stopall',
    'unsubscribe',
    'alto',
    'parar',
    'para',
    'pare',
    'baja',
    'arrêt',
    'arrêter',
    'stopp',
    'abmelden',
    'fermati',
  ],
  ...['стоп', '停止', 'ストップ', 'توقف', 'रुको'],
];
const START = [
  ...['start', 'unstop', 'subscribe', 'empezar', 'alta', 'começar', 'reprendre', 'weiter', 'inizia'],
  ...['старт', '开始', '開始', 'スタート', 'ابدأ'],
];

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

const WORDS = new Map<string, ConsentWord>([
  ...STOP.map((word): [string, ConsentWord] => [lettersOf(word), 'stop']),
  ...START.map((word): [string, ConsentWord] => [lettersOf(word), 'start']),
]);

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
  if (text.length > 64) return null;
  return lookUp(lettersOf(text)) ?? lookUp(withoutPoliteness(text));
}

function lookUp(letters: string): ConsentWord | null {
  return (
    WORDS.get(letters) ?? WORDS.get(Array.from(letters, (letter) => LOOKALIKES.get(letter) ?? letter).join('')) ?? null
  );
}

function withoutPoliteness(text: string): string {
  const words = text.split(/\s+/).map(lettersOf);
  return words.filter((word) => !POLITE.has(word)).join('');
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}
