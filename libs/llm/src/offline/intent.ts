import type { Speech } from './speech/speech.js';

/** What a message wants, as far as words tell. */
export type Intent = SignedIntent | 'no-text' | 'question' | 'statement';

/** Those that certain words show. */
export type SignedIntent =
  | 'are-you-a-bot'
  | 'what-is-my'
  | 'who-are-you'
  | 'time-or-date'
  | 'help'
  | 'goodbye'
  | 'thanks'
  | 'how-are-you'
  | 'greeting'
  | 'request'
  | 'bad-news'
  | 'good-news';

/** In the order in which they win. */
const IN_ORDER: readonly SignedIntent[] = [
  'are-you-a-bot',
  'what-is-my',
  'who-are-you',
  'time-or-date',
  'help',
  'goodbye',
  'thanks',
  'how-are-you',
  'greeting',
  'request',
  'bad-news',
  'good-news',
];
/** With more than a few words beside them, these are only the manners of a message about something else. */
const MANNERS: readonly Intent[] = ['goodbye', 'thanks', 'how-are-you', 'greeting'];
const FEW_WORDS = 3;
const ACCENTS = /[\u0300-\u036f]/g;

/** What a text wants: the first sign that it shows, in the language that it is written in. */
export function intentOf(text: string, { signs, asks }: Pick<Speech, 'signs' | 'asks'>): Intent {
  if (!/[\p{L}\p{N}]/u.test(text)) return 'no-text';
  const read = plain(text);
  const sign = IN_ORDER.find((intent) => {
    if (!signs[intent].test(read)) return false;
    return !MANNERS.includes(intent) || isLittle(read.replace(signs[intent], ' '), signs.greeting);
  });
  return sign ?? (/[?¿]/.test(text) || asks.test(read) ? 'question' : 'statement');
}

/** Small letters without accents, as the patterns are written: people leave accents out. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[’‘´`]/g, "'");
}

function isLittle(rest: string, greeting: RegExp): boolean {
  const beside = rest.replace(greeting, ' ');
  const words = beside.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 || (words.length <= FEW_WORDS && !/[\p{L}\p{N}].*\?/u.test(beside));
}
