/** Before the first letter. */
const THINKING_MS = 600;
/** About 25 letters a second: slower than that nobody waits for a bot. */
const PER_CHARACTER_MS = 40;
/** The time is spread by so much to either side. */
const SPREAD = 0.2;

/**
 * How long "typing…" is shown before a text of that many UTF-16 units, in ms: in proportion to its length, spread by `random` (0-1), and
 * never more than `maxMs`.
 */
export function typingTimeMs(length: number, random: number, maxMs: number): number {
  const typing = (THINKING_MS + length * PER_CHARACTER_MS) * (1 - SPREAD + 2 * SPREAD * random);
  return Math.round(Math.min(typing, maxMs));
}
