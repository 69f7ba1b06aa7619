/** An event that a question is told apart by: "before my exam". */
export interface TimeAnchor {
  readonly side: 'before' | 'after';
  /** What is to be looked for, to learn when it was. */
  readonly event: string;
}

const ANCHOR =
  /(?<!\p{L})(?:(before|antes de(?:l)?)|(after|since|despu[eé]s de(?:l)?|desde))\s+((?:my|our|the|his|her|their|mi|mis|nuestr[oa]|el|la|los|las|su|sus)?\s*\p{L}[\p{L}\p{N}' -]{2,60})/iu;

/** Null when it names no event. */
export function timeAnchor(text: string): TimeAnchor | null {
  const [, before, after, event] = ANCHOR.exec(text) ?? [];
  if (event === undefined || (before ?? after) === undefined) return null;
  return { side: before === undefined ? 'after' : 'before', event: event.trim() };
}
