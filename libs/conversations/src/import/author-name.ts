/** Marks that WhatsApp puts around phone numbers and names to keep their direction. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** "~ Ana" is somebody who is not in the address book and calls herself Ana. */
const NOT_IN_ADDRESS_BOOK = /^~\s*/;
/** No name or group name in WhatsApp is longer. */
const MAX_AUTHOR_CHARACTERS = 100;
const QUOTES = /["“”„«»]/g;

/**
 * The author's name as a person would write it, or null when what stands before the colon is no name: in
 * `Ana changed the subject to "Trip: packing"` the colon stands inside a quotation, so it leaves an open quote.
 */
export function authorName(raw: string): string | null {
  const name = raw
    .replace(DIRECTION_MARKS, '')
    .replace(/\u00a0/g, ' ')
    .trim()
    .replace(NOT_IN_ADDRESS_BOOK, '')
    .normalize('NFC');
  if (name === '' || name.length > MAX_AUTHOR_CHARACTERS) return null;
  return (name.match(QUOTES)?.length ?? 0) % 2 === 1 ? null : name;
}
