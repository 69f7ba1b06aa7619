import type { TurnFeatures } from '../index/turn-features.js';
import { TurnIndex } from '../index/turn-index.js';
import type { RankingPolicy } from './ranking-policy.js';
import { rankTurns } from './rank-turns.js';
import type { TurnQuery } from './turn-query.js';

/** A fact or a summary, ready to be ranked. */
export interface Note {
  readonly id: string;
  readonly at: Date;
  /** 1-10. */
  readonly importance: number;
  readonly features: TurnFeatures;
}

export interface RankedNote {
  readonly id: string;
  readonly coverage: number;
}

/** Further apart than a session: notes are no neighbours. */
const APART_MS = 7 * 24 * 3_600_000;
const YEAR_MS = 365 * 24 * 3_600_000;

/**
 * Those that share something with the question, best first. An important one counts up to half more than one of no importance, and what is
 * a year old three quarters of what is new.
 */
export function rankNotes(notes: readonly Note[], query: TurnQuery, policy: RankingPolicy, now: Date): RankedNote[] {
  const index = new TurnIndex();
  notes.forEach(({ id, features }, place) => index.add({ id, speaker: '', at: place * APART_MS, features }));
  const aim = { ...query, ranges: [], speaker: null, notBefore: -Infinity };
  return rankTurns([index], aim, policy, notes.length)
    .flatMap(({ place, score, coverage }) => {
      const note = notes[place];
      return note ? [{ id: note.id, coverage, worth: score * weightOf(note, now) }] : [];
    })
    .sort((one, other) => other.worth - one.worth);
}

function weightOf({ importance, at }: Note, now: Date): number {
  const years = Math.max(0, now.getTime() - at.getTime()) / YEAR_MS;
  return (1 + importance / 20) * (0.5 + 0.5 * 0.5 ** years);
}
