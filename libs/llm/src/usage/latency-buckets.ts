/** Upper borders in milliseconds; a last bucket takes what is longer. Stored rows are in these: they do not change. */
export const LATENCY_BORDERS_MS: readonly number[] = [
  100, 250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 120_000,
];

/** In which bucket a duration belongs, from 0. */
export function bucketOf(durationMs: number): number {
  const index = LATENCY_BORDERS_MS.findIndex((border) => durationMs <= border);
  return index === -1 ? LATENCY_BORDERS_MS.length : index;
}

/**
 * About how long the fastest `share` (0-1) of them took at the most, in milliseconds: straight between the borders of its bucket, never
 * more than the longest. Null when there are none.
 */
export function quantileMs(buckets: readonly number[], share: number, longestMs: number): number | null {
  const total = buckets.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let before = 0;
  for (const [index, count] of buckets.entries()) {
    if (count > 0 && before + count >= share * total) {
      const from = index === 0 ? 0 : (LATENCY_BORDERS_MS[index - 1] ?? 0);
      const to = Math.min(LATENCY_BORDERS_MS[index] ?? longestMs, longestMs);
      return Math.round(Math.min(longestMs, from + (to - from) * ((share * total - before) / count)));
    }
    before += count;
  }
  return longestMs;
}
