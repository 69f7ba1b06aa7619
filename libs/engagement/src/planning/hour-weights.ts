const HOURS = 24;
/** What is believed of whoever has not written yet: messages spread over the hours at which most people answer. */
const PRIOR = { messages: 3, from: 10, until: 20 };

/** How likely somebody is to write in each hour of their day (sums to 1), from when they did: neighbours lend half of theirs. */
export function hourWeights(counts: readonly number[]): readonly number[] {
  const believed = Array.from({ length: HOURS }, (_, hour) => (counts[hour] ?? 0) + prior(hour));
  const sum = believed.reduce((one, other) => one + other, 0);
  const at = (hour: number): number => (believed[(hour + HOURS) % HOURS] ?? 0) / sum;
  return believed.map((_, hour) => (at(hour - 1) + 2 * at(hour) + at(hour + 1)) / 4);
}

function prior(hour: number): number {
  const { messages, from, until } = PRIOR;
  return hour >= from && hour < until ? messages / (until - from) : 0;
}
