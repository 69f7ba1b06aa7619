import type { AnalysedQuery } from '../analysis/analyse.js';
import type { TimeRange } from '../time/time-range.js';

/** A question in keyed tokens, as an index understands it. */
export interface TurnQuery {
  readonly words: readonly KeyedWord[];
  /** Keys of topics. */
  readonly named: readonly number[];
  readonly about: readonly number[];
  /** One of `TURN_SIGNS`, or 0. */
  readonly wanted: number;
  /** Whose turns count more; null: nobody's. */
  readonly speaker: string | null;
  /** When what is asked for was said, as far as the question tells. */
  readonly ranges: readonly TimeRange[];
  /** What was said before is not found: it was asked to be forgotten. Milliseconds. */
  readonly notBefore: number;
}

export interface KeyedWord {
  readonly key: number;
  readonly spanish: number | null;
  readonly beginning: number | null;
  readonly asking: boolean;
}

/** What a question asks besides its words. */
export type QueryAim = Pick<TurnQuery, 'speaker' | 'ranges' | 'notBefore'>;

export function turnQuery(
  { words, named, about, wanted }: AnalysedQuery,
  aim: QueryAim,
  keyOf: (token: string) => number,
): TurnQuery {
  const optional = (token: string | null): number | null => (token === null ? null : keyOf(token));
  return {
    ...aim,
    words: words.map(({ token, spanish, beginning, asking }) => ({
      key: keyOf(token),
      spanish: optional(spanish),
      beginning: optional(beginning),
      asking,
    })),
    named: named.map(keyOf),
    about: about.map(keyOf),
    wanted,
  };
}
