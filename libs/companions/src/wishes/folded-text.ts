/** Accents of Latin and Cyrillic letters, vowel signs of Arabic, the dot below of Devanagari. */
const MARKS = /[\u0300-\u036F]|\u0640|[\u064B-\u065F]|\u0670|\u093C/g;
/** The zero of each set of digits that people write with; full-width ones are folded by Unicode itself. */
const ZEROS = [0x06_60, 0x06_f0, 0x09_66];

/** Nothing to tidy and nothing to fold: most patterns, which are folded at each start, and most messages. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** A text as it was said, tidied, and as it is compared: both of the same length, so that a stretch of one is a stretch of the other. */
export interface FoldedText {
  readonly said: string;
  readonly folded: string;
}

/** Accents, kinds of apostrophes and of digits make no difference. */
export function foldedText(text: string): FoldedText {
  if (PLAIN.test(text)) return { said: text, folded: text };
  const composed = text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  // A mark of its own would leave nothing where it stands.
  const said = composed.replaceAll(MARKS, '');
  return { said, folded: Array.from(said, foldedLetter).join('') };
}

function foldedLetter(letter: string): string {
  if (letter === '’' || letter === 'ʼ') return "'";
  const code = letter.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  if (zero !== undefined) return String(code - zero);
  const bare = letter.normalize('NFD').replaceAll(MARKS, '').normalize('NFC');
  return bare.length === letter.length ? bare : letter;
}
