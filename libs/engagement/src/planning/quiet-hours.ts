/** The part of somebody's day in which nobody writes first, in minutes of the local day: over midnight when `from` is later; none when both are the same. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

/** Is this minute of the local day (0-1439) quiet? */
export function isQuiet({ from, until }: QuietHours, minute: number): boolean {
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}
