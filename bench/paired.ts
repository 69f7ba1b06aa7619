export interface Paired {
  /** Medians over the pairs. */
  readonly ours: number;
  readonly limit: number;
  readonly ratio: number;
}

/**
 * Measures both sides in turn, `pairs` times after one round to warm up, and takes the median of the ratios: the machine's speed
 * drifts, but within a pair it is one machine.
 */
export async function paired(
  pairs: number,
  ours: () => Promise<number>,
  limit: () => Promise<number>,
): Promise<Paired> {
  await ours();
  await limit();
  const measured: { ours: number; limit: number }[] = [];
  for (let pair = 0; pair < pairs; pair += 1) measured.push({ ours: await ours(), limit: await limit() });
  return {
    ours: median(measured.map((pair) => pair.ours)),
    limit: median(measured.map((pair) => pair.limit)),
    ratio: median(measured.map((pair) => pair.ours / pair.limit)),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** How many of `count` calls a second, with `concurrency` of them under way at once. */
export async function rate(
  count: number,
  concurrency: number,
  call: (index: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const started = performance.now();
  const lane = async (): Promise<void> => {
    while (next < count) await call(next++);
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return count / ((performance.now() - started) / 1_000);
}
