/** How often each topic came up, fading with time, as of `at`. */
export interface TopicWeights {
  readonly at: Date;
  readonly weights: Readonly<Record<string, number>>;
}

const HALF_LIFE_MS = 60 * 86_400_000;
/** What came up once or twice is no favourite. */
const FAVOURITE = 2;
const FAVOURITES = 5;
const FORGOTTEN = 0.05;
/** In one conversation a topic counts up to this: an afternoon's quarrel about a bill makes no favourite. */
const MOST_AT_ONCE = 3;

export const NO_TOPICS: TopicWeights = { at: new Date(0), weights: {} };

export function addTopics(
  { at, weights }: TopicWeights,
  said: Readonly<Record<string, number>>,
  when: Date,
): TopicWeights {
  const later = when > at ? when : at;
  const left = 2 ** (-(later.getTime() - at.getTime()) / HALF_LIFE_MS);
  const faded = Object.entries(weights).map(([topic, weight]) => [topic, weight * left] as const);
  const sums = new Map(faded.filter(([, weight]) => weight >= FORGOTTEN));
  for (const [topic, count] of Object.entries(said)) {
    sums.set(topic, (sums.get(topic) ?? 0) + Math.min(MOST_AT_ONCE, count));
  }
  return { at: later, weights: Object.fromEntries(sums) };
}

/** What two come back to, the dearest first. */
export function favouriteTopics({ weights }: TopicWeights): string[] {
  return Object.entries(weights)
    .filter(([, weight]) => weight >= FAVOURITE)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, FAVOURITES)
    .map(([topic]) => topic);
}
