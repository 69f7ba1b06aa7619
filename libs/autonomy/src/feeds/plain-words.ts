import { decode } from 'html-entities';

import { promptText } from '#llm';

/** So much is looked at, whatever a feed sends. */
const LOOKED_AT = 4_000;
const LONGEST = 200;
const UNREAD = /<(script|style)\b[^>]*>[^]*?<\/\1\s*>/giu;
/** Letters of one word may stand on both sides of these. */
const INLINE = /<\/?(?:a|abbr|b|code|em|font|i|mark|s|small|span|strong|sub|sup|u)\b[^>]*>/giu;
const TAG = /<[!/?a-z][^>]*>/giu;

/**
 * What a person would read of a feed's text: without tags, entities, hidden characters and line breaks; 200 characters at most. Null when
 * nothing is left.
 */
export function plainWords(text: string | null): string | null {
  if (text === null) return null;
  const read = withoutTags(decode(withoutTags(text.slice(0, LOOKED_AT))));
  const plain = promptText(read.replace(/[<>]/gu, ' ')).replace(/\s+/gu, ' ').trim();
  return plain === '' ? null : cut(plain);
}

function withoutTags(text: string): string {
  return text.replace(UNREAD, ' ').replace(INLINE, '').replace(TAG, ' ');
}

function cut(text: string): string {
  const letters = Array.from(text);
  return letters.length <= LONGEST
    ? text
    : `${letters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`;
}
