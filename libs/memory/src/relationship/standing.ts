import type { Stage } from './stage.js';

/** The three numbers of a relationship, each 0-100. */
export interface Closeness {
  /** How close two are on the whole. */
  readonly level: number;
  readonly trust: number;
  readonly intimacy: number;
}

/** What one moves within a day is kept account of: it fades by half every six hours. In messages of usual length. */
export interface RecentTalk {
  readonly talk: number;
  readonly harm: number;
}

/** Where a character and a person stand with each other, as of the last thing that the person said. */
export interface Standing extends Closeness {
  /** What of each number stays, however long the absence. Grows with months of talk. */
  readonly roots: Closeness;
  /** 0-1: how friendly the talk has been lately. */
  readonly tone: number;
  /** 0-1: how personal the talk has been lately. */
  readonly openness: number;
  readonly recent: RecentTalk;
  readonly stage: Stage;
  /** Since when trust and intimacy have both been very high; null while they are not. */
  readonly highSince: Date | null;
  /** Messages of the person that were taken in. */
  readonly totalInteractions: number;
  /** When the person spoke first and last; null: never. */
  readonly firstInteractionAt: Date | null;
  readonly lastInteractionAt: Date | null;
}

/** Somebody who never said a word. Trust begins with the benefit of the doubt. */
export const NEW_STANDING: Standing = {
  level: 0,
  trust: 20,
  intimacy: 0,
  roots: { level: 0, trust: 20, intimacy: 0 },
  tone: 0,
  openness: 0,
  recent: { talk: 0, harm: 0 },
  stage: 'stranger',
  highSince: null,
  totalInteractions: 0,
  firstInteractionAt: null,
  lastInteractionAt: null,
};
