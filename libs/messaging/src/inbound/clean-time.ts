/** How far a sender's clock may go ahead of ours. */
const MAX_AHEAD_MS = 60_000;

/** A time that can be sorted by: what is none was now, and nothing happens later than a minute from now. */
export function cleanTime(time: Date, now: Date): Date {
  const at = time.getTime();
  return Number.isNaN(at) ? now : new Date(Math.min(at, now.getTime() + MAX_AHEAD_MS));
}
