/** A pattern for folded text: any of `words`, which stand alone. */
export function wholeWords(words: readonly string[], flags = ''): RegExp {
  // The folded text has no tilde either.
  return new RegExp(String.raw`(?<![a-z0-9])(?:${words.join('|').replaceAll('ñ', 'n')})(?![a-z0-9])`, flags);
}
