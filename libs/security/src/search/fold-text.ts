/** Letters that Unicode does not take apart, as people type them without the key for them. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const NOT_PLAIN = /[ßæœøłđðþı]/g;
/** Accents over Latin, Greek and Cyrillic, Hebrew and Arabic vowel points, tatweel. Indic vowel signs are letters: they stay. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u20d0-\u20ff\u0640]/g;
const INVISIBLE = /[\p{Cf}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
// eslint-disable-next-line no-control-regex -- the range is ASCII, from its first character on
const ASCII = /^[\x00-\x7f]*$/;

/** One spelling for what reads the same: compatibility forms and case unified, invisible characters dropped. */
export function unifyText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase().normalize('NFKC');
}

/** Takes the accents off a unified word, so that "canción" and "cancion" are one. */
export function foldAccents(word: string): string {
  if (ASCII.test(word)) return word;
  return word
    .normalize('NFD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter);
}
