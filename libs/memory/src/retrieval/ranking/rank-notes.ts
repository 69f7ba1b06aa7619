import type { TurnFeatures } from '../index/turn-features.js';
import { TurnIndex } from '../index/turn-index.js';
import type { RankingPolicy } from './ranking-policy.js';
import { rankTurns } from './rank-turns.js';
import type { TurnQuery } from './turn-query.js';

/** A fact or a summary, as far as it is ranked. */
export interface Note {
  readonly id: string;
  readonly at: Date;
  /** 1-10. */
  readonly importance: number;
}

export interface RankedNote<T extends Note> {
  readonly note: T;
  readonly coverage: number;
}

/** Further apart than a session: notes are no neighbours. */
const APART_MS = 7 * 24 * 3_600_000;
const YEAR_MS = 365 * 24 * 3_600_000;

/** What notes are ranked by, in their order. */
export function noteIndex<T extends Note>(notes: readonly T[], featuresOf: (note: T) => TurnFeatures): TurnIndex {
  const index = new TurnIndex();
  notes.forEach((note, place) =>
    index.add({ id: note.id, speaker: '', at: place * APART_MS, features: featuresOf(note) }),
  );
  return index;
}

/**
 * Those that share something with the question, best first. An important one counts up to half more than one of no importance, and what is
 * a year old three quarters of what is new. `index` is the notes' own.
 */
export function rankNotes<T extends Note>(
  { notes, index }: { readonly notes: readonly T[]; readonly index: TurnIndex },
  query: TurnQuery,
  policy: RankingPolicy,
  now: Date,
): RankedNote<T>[] {
  const aim = { ...query, ranges: [], speaker: null, notBefore: -Infinity };
  return rankTurns([index], aim, policy, notes.length)
    .flatMap(({ place, score, coverage }) => {
      const note = notes[place];
      return note ? [{ note, coverage, worth: score * weightOf(note, now) }] : [];
    })
    .sort((one, other) => other.worth - one.worth);
}

function weightOf({ importance, at }: Note, now: Date): number {
  const years = Math.max(0, now.getTime() - at.getTime()) / YEAR_MS;
  return (1 + importance / 20) * (0.5 + 0.5 * 0.5 ** years);
}
