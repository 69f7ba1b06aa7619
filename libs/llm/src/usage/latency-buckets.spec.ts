import { bucketOf, LATENCY_BORDERS_MS, quantileMs } from './latency-buckets.js';

function buckets(...durations: number[]): number[] {
  const counts = Array<number>(LATENCY_BORDERS_MS.length + 1).fill(0);
  for (const duration of durations) counts[bucketOf(duration)]! += 1;
  return counts;
}

describe('latency buckets', () => {
  it.each([
    [0, 0],
    [100, 0],
    [101, 1],
    [120_000, 10],
    [120_001, 11],
  ])('put %d ms into bucket %d', (duration, bucket) => {
    expect(bucketOf(duration)).toBe(bucket);
  });

  it.each<[string, number[], number, number | null]>([
    ['nothing', [], 0, null],
    ['one', [700], 700, 690],
    ['the slow one in twenty', [...Array<number>(19).fill(50), 3_000], 3_000, 100],
    ['two slow ones in twenty', [...Array<number>(18).fill(50), 3_000, 3_900], 3_900, 2_950],
    ['one longer than any border', [500_000], 500_000, 481_000],
  ])('tell the 95th percentile of %s', (_, durations, longest, p95) => {
    expect(quantileMs(buckets(...durations), 0.95, longest)).toBe(p95);
  });
});
