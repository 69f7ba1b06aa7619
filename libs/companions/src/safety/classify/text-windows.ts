/** So much of a text is looked at in one piece, in UTF-16 units. */
const WINDOW = 6_000;
/** What a piece has of the one before: more than anything that is looked for takes. */
const OVERLAP = 400;
/** Of a text that is longer its beginning and its end are looked at: a message has 65,536 at most. */
const LONGEST = 72_000;

/** A text in pieces that are read one by one: what stands in the middle of much is seen as well. */
export function textWindows(text: string): readonly string[] {
  if (text.length > LONGEST) return [text.slice(0, LONGEST / 2), text.slice(-LONGEST / 2)].flatMap(textWindows);
  const windows: string[] = [];
  for (let at = 0; at === 0 || at + OVERLAP < text.length; at += WINDOW - OVERLAP) {
    windows.push(text.slice(at, at + WINDOW));
  }
  return windows;
}
