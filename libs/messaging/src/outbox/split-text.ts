/** The longest text that WhatsApp's own clients take, in UTF-16 units. */
export const LONGEST_TEXT = 65_536;

/** What belongs to the character before it: a cut in front of it would tear the two apart. */
const JOINS = '[\\p{M}\\u200c\\u200d]';
const SPACES_AT_START = new RegExp(`^\\s+(?!${JOINS})`, 'u');
const SPACE = /\s/;
const JOINING = new RegExp(JOINS, 'u');
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Splits a text into parts of at most `limit` UTF-16 units: at a word, the white space there left out; where there is none in the second
 * half of a part, between two characters as they are seen; in what is one character longer than half a part, between two code points.
 */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const cut = wordEnd(rest, limit) ?? characterEnd(rest, limit);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).replace(SPACES_AT_START, '');
  }
  const said = [...parts, rest].filter((part) => part !== '');
  // White space alone stays what it is, as far as it goes.
  return said.length > 0 ? said : [text.slice(0, limit)];
}

function wordEnd(text: string, limit: number): number | undefined {
  for (let at = limit; at > limit / 2; at -= 1) {
    if (SPACE.test(text.charAt(at)) && !JOINING.test(text.charAt(at + 1))) return at;
  }
  return undefined;
}

function characterEnd(text: string, limit: number): number {
  const start = graphemes.segment(text).containing(limit)?.index ?? 0;
  if (start > limit / 2) return start;
  const splitsPair = limit > 1 && text.codePointAt(limit - 1)! > 0xffff;
  return splitsPair ? limit - 1 : limit;
}
