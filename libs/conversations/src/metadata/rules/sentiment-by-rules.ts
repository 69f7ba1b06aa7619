import type { Sentiment } from '#messaging';

import { foldText } from './fold-text.js';
import { SENTIMENT_LEXICON } from './sentiment-lexicon.js';

export interface Judged<T extends string> {
  readonly value: T;
  /** 0-1. */
  readonly confidence: number;
}

/** From this weight on something is felt. */
const FELT = 1.5;
/** The weaker mood this strong beside the stronger one: both are meant. */
const MIXED = 0.4;
const NEGATION = -0.5;
const INTENSE = 1.3;
/** In a question the words are asked about, not said. */
const ASKED = 0.4;
/** How many words before a word may turn it. */
const REACH = 3;

const CLAUSE = /[.!?;:\n]+|\b(?:but|however|although|though|yet|pero|aunque|sin embargo|en cambio)\b/;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}']*|\p{Extended_Pictographic}\uFE0F?/gu;
const NEGATIONS = new Set(
  'not no never without hardly nothing nobody cannot nunca jamas ni sin tampoco nada nadie apenas'.split(' '),
);
const INTENSIFIERS = new Set(
  'very really so too extremely super absolutely muy tan super demasiado realmente bastante re'.split(' '),
);
/** Said as a whole, whatever its words mean alone. */
const PHRASES: readonly (readonly [RegExp, number])[] = [
  [/\b(?:no|without any) (?:problem|worries|issue|prob)s?\b/g, 2],
  [/\b(?:sin|ningun|no hay(?: ningun)?) problemas?\b|\bno pasa nada\b|\bno te preocupes\b/g, 2],
  [/\bnot? (?:esta |estuvo |es )?(?:nada )?(?:so |too )?(?:mal|bad)\b(?: at all)?/g, 2.5],
  [/\bwould be (?:nice|good|great)\b|\bestaria bien\b|\bwrong chat\b|\bmy bad\b|\bequivocado de (?:chat|numero)\b/g, 0],
  [/\b(?:running|voy con|llego con) (?:\w+ ){0,3}(?:late|retraso)\b/g, 0],
  [
    /\babove and beyond\b|\b(?:definitely|surely|will) (?:come back|be back|return)\b|\bvolveremos (?:seguro|pronto)\b/g,
    2.5,
  ],
  [
    /\bstopped working\b|\bstill (?:nothing|waiting|no)\b|\bda error\b|\bha vuelto a (?:parar|fallar|romper)\w*\b|\bsigue sin\b/g,
    -2.5,
  ],
  [
    /\btake me off\b|\bstop (?:messaging|writing|calling)\b|\bno quiero (?:recibir|mas)\b|\bdeja(?:d|en)? de (?:escribir|llamar)\w*\b/g,
    -2,
  ],
  [/\b(?:buen[oa]s?|good|nice) (?:dias?|tardes?|noches?|morning|afternoon|evening|night)\b/g, 0],
  [/\b(?:me|te|os|le) (?:viene|va|parece) bien\b|\best(?:a|oy) bien\b|\bpues bien\b|\bmas o menos\b/g, 0],
  [/\b(?:i am|i'm|so|very)? ?sorry\b|\blo siento\b/g, 0],
  [/\b(?:have been|been|still|llevo|llevamos|sigo|seguimos) (?:\w+ ){0,3}(?:waiting|esperando)\b/g, -2.5],
  [/\bnever (?:\w+ ){0,2}again\b|\bno (?:vuelvo|volvere|volvemos|volveremos) a\b|\bnunca mas\b/g, -4],
  [/\b(?:charged|billed) (?:me )?twice\b|\bcobrado (?:dos veces|de mas|doble)\b/g, -3],
  [/\b(?:does|do|did|is|are|has|have) ?n[o']t (?:work|working|respond|answer|arrive|arrived|received?|come)\b/g, -3],
  [/\b(?:doesn't|don't|didn't|isn't|hasn't|haven't) (?:work|working|respond|answer|arrived?|received?|come)\b/g, -3],
  [
    /\bno (?:me |ha |he |han |hemos )?(?:funciona|va|llega|llegado|recibido|contestan?|contestado|responden?|abre|carga)\b/g,
    -3,
  ],
  [/\b(?:nobody|no one|nadie) (?:answers?|replies|responds?|contesta|responde|atiende)\b/g, -2.5],
  [
    /\bwrong (?:size|item|product|order|address|color|colour)\b|\bsupposed to (?:be|arrive|come)\b|\btenia que (?:llegar|estar|venir)\b/g,
    -2.5,
  ],
  [/\bquiero que me (?:devuelvan|devolvais)\b|\b(?:want|demand) (?:a|my) (?:refund|money back)\b/g, -2.5],
];
const THANKS = /\b(?:thanks|thank you|thx|gracias|muchisimas gracias)\b/g;
/** In a longer message a thank-you is only polite. */
const SHORT_WORDS = 6;

/** How a message sounds, by its words. Confidence says how clear they are, and is never that of a reader. */
export function sentimentByRules(text: string): Judged<Sentiment> {
  const { up, down } = weigh(foldText(text));
  if (up < FELT && down < FELT) return { value: 'neutral', confidence: up + down === 0 ? 0.45 : 0.4 };
  const [weaker, stronger] = up < down ? [up, down] : [down, up];
  if (weaker >= FELT && weaker / stronger >= MIXED) return { value: 'mixed', confidence: 0.6 };
  const confidence = Math.min(0.9, 0.5 + stronger * 0.08);
  return { value: up > down ? 'positive' : 'negative', confidence };
}

interface Weight {
  readonly up: number;
  readonly down: number;
}

function weigh(folded: string): Weight {
  const values: number[] = [];
  const thanks = folded.match(THANKS)?.length ?? 0;
  if (thanks > 0) values.push(folded.split(/\s+/).length <= SHORT_WORDS ? 2 : 1);
  let rest = folded.replace(THANKS, ' ');
  for (const [phrase, value] of PHRASES) {
    rest = rest.replace(phrase, () => {
      values.push(value);
      return ' ';
    });
  }
  for (const sentence of rest.match(/[^.!?\n]+[.!?\n]*/g) ?? []) {
    const asked = sentence.includes('?') ? ASKED : 1;
    for (const clause of sentence.split(CLAUSE)) values.push(...valuesOf(clause).map((value) => value * asked));
  }
  return {
    up: values.filter((value) => value > 0).reduce((sum, value) => sum + value, 0),
    down: -values.filter((value) => value < 0).reduce((sum, value) => sum + value, 0),
  };
}

function valuesOf(clause: string): number[] {
  const words = clause.match(WORD) ?? [];
  return words.flatMap((word, index) => {
    const value = SENTIMENT_LEXICON.word(word) ?? SENTIMENT_LEXICON.emoji(word);
    if (value === undefined) return [];
    const before = words.slice(Math.max(0, index - REACH), index);
    const turned = before.some((one) => NEGATIONS.has(one) || one.endsWith("n't"));
    const stressed = INTENSIFIERS.has(before.at(-1) ?? '');
    return [value * (turned ? turnOf(value) : 1) * (stressed ? INTENSE : 1)];
  });
}

/** "Not good" is bad; "no problem yet" is hardly good. */
function turnOf(value: number): number {
  return value > 0 ? NEGATION * 1.6 : NEGATION;
}
