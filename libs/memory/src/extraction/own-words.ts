const FORWARDED = /^\s*(?:\[?(?:fwd?|forwarded(?: message)?|reenviado|mensaje reenviado)\]?\s*:?)(?=\s|$)/i;
const QUOTED_LINE = /^\s*>.*$/gm;
/** What stands between quotation marks is somebody's words when it is as long as a sentence; a title is shorter. */
const QUOTATION = /["“«][^"”»\n]{12,}["”»]/g;
const SHORT_SAID =
  /(?:says?|said|told|wrote|asks?|asked|dice|dijo|escribió|preguntó)\b[^"“«\n]{0,20}["“«][^"”»\n]+["”»]/gi;

/** What of a message its writer says themselves: without what they quote or pass on. */
export function ownWords(text: string): string {
  if (FORWARDED.test(text)) return '';
  return text.replace(QUOTED_LINE, '').replace(SHORT_SAID, ' ').replace(QUOTATION, ' ').trim();
}
