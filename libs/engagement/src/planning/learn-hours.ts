const HOURS = 24;
/** What is remembered fades: with more than this, everything is halved. */
const MOST = 400;

/** The hours of the day (24 counts) at which somebody writes, with the local hours (0-23) of new messages of theirs taken in. */
export function learnHours(before: readonly number[], local: readonly number[]): number[] {
  const counts = Array.from({ length: HOURS }, (_, hour) => before[hour] ?? 0);
  for (const hour of local) if (hour in counts) counts[hour] = (counts[hour] ?? 0) + 1;
  const sum = counts.reduce((one, other) => one + other, 0);
  return sum > MOST ? counts.map((count) => Math.floor(count / 2)) : counts;
}
