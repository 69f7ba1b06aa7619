/** What of a text is looked at, in characters: its beginning and its end. */
const HEAD = 6_000;
const TAIL = 2_000;

/** A text as the rules read it. */
export interface ReadableText {
  /** Small letters without accents, plain quotes, single spaces. */
  readonly plain: string;
  /** What is hidden in it: look-alike letters, digits for letters, letters apart or repeated. Null when nothing is. */
  readonly undisguised: string | null;
}

/** Letters of other scripts that are drawn like Latin ones. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [...'аaеeоoрpсcтtѕsіiкkмmнhуyхxвbԁdјjοoτtρpαaεeνvιiκkυuηnχxꜱsɡgɑaıi'.matchAll(/(.)(.)/gu)].map(([, other, latin]) => [
    other!,
    latin!,
  ]),
);
const DIGITS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '!': 'i',
  '|': 'i',
  '3': 'e',
  '€': 'e',
  '4': 'a',
  '@': 'a',
  '5': 's',
  $: 's',
  '7': 't',
  '+': 't',
  '8': 'b',
  '9': 'g',
};
/** Numbers with what is counted or their ending: not letters in disguise. */
const COUNTED = /^\d+(?:st|nd|rd|th|[a-z])?[!.]*$|^\d+(?:yo|km|kg|ml|am|pm|min|eur|usd|gb|mb|hs|ª|º)[!.]*$|!+$/;
const STARRED: readonly (readonly [RegExp, string])[] = [
  [/\bf\*+c?k/g, 'fuck'],
  [/\bs\*+x\b/g, 'sex'],
  [/\bd\*+ck\b/g, 'dick'],
  [/\bc\*+ck\b/g, 'cock'],
  [/\bp\*+s+y\b/g, 'pussy'],
  [/\bp\*+rn\b/g, 'porn'],
  [/\bn\*+des\b/g, 'nudes'],
  [/\bk\*+ll\b/g, 'kill'],
  [/\bd\*+e\b/g, 'die'],
  [/\bsu\*+c?i?de\b/g, 'suicide'],
  [/\bc\*+[nñ]o\b/g, 'coño'],
  [/\bf\*+llar/g, 'follar'],
];
const WORD = /[\p{L}\p{N}@$!|+€]+/gu;
const LETTERS_APART = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}@$!][ ._\-*|/,]){2,}[\p{L}\p{N}@$!](?![\p{L}\p{N}])/gu;

/** Never throws, whatever the text. */
export function readableText(text: string): ReadableText {
  const seen = text.length > HEAD + TAIL ? `${text.slice(0, HEAD)} ${text.slice(-TAIL)}` : text;
  const plain = foldLine(seen);
  const undisguised = foldLine(undisguise(plain));
  return { plain, undisguised: undisguised === plain ? null : undisguised };
}

/** Small letters without accents and without what nobody sees. */
function foldLine(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKD')
    .replace(/\p{M}|\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .replace(/[’‘´`ʼ]/g, "'")
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replace(/[^\S\n]+/g, ' ');
}

function undisguise(plain: string): string {
  // Two blanks between letters that stand apart part words; one does not.
  const joined = plain
    .replace(WORD, latin)
    .replace(LETTERS_APART, (letters) => letters.replace(/[ ._\-*|/,]/g, ''))
    .replace(WORD, letters);
  return STARRED.reduce((text, [hidden, word]) => text.replace(hidden, word), joined).replace(/(\p{L})\1{2,}/gu, '$1');
}

/** A word whose foreign letters all look like Latin ones is read as it looks. */
function latin(word: string): string {
  if (!/[^\p{ASCII}]/u.test(word)) return word;
  const read = Array.from(word, (letter) => LOOKALIKES.get(letter) ?? letter).join('');
  return /^\p{ASCII}+$/u.test(read) ? read : word;
}

function letters(word: string): string {
  if (!/\p{L}/u.test(word) || !/[\d!@$|+€]/.test(word) || COUNTED.test(word)) return word;
  return Array.from(word, (letter) => DIGITS[letter] ?? letter).join('');
}
