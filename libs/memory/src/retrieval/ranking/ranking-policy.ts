/** The knobs of the ranking. The figures are in docs/memory.md; a change of a third in any of them costs less than a point of recall. */
export interface RankingPolicy {
  /** BM25: how soon the same word again adds nothing. Low: in a short message once is enough. */
  readonly saturation: number;
  /** BM25: how much long turns are held back, 0-1. Low: a long message tells more. */
  readonly lengthWeight: number;
  /** What a turn inherits from the one before it. */
  readonly before: number;
  /** The same, when the one before asked something: an answer leaves out what was asked. */
  readonly beforeQuestion: number;
  /** What a turn inherits from the one after it: "what a lovely dog!" speaks about the turn before. */
  readonly after: number;
  /** Inheritance over each further turn, up to `reach` of them, within a session. */
  readonly fading: number;
  readonly reach: number;
  /**
   * A word that is said more often than this is looked for in its own turns only, and a topic in those that words have found, when they have
   * found enough. Keeps a search in a long chat short.
   */
  readonly spreadUpTo: number;
  /** Weight of the whole session: what was talked about for an hour is said in few of its turns. */
  readonly session: number;
  /** The turns of the one whom the question names count so many times. */
  readonly speaker: number;
  /** A turn that only asks counts so much. */
  readonly question: number;
  /** Weight of a topic that the question names, beside its words. */
  readonly namedTopic: number;
  /** Weight of a topic that a word of the question belongs to. */
  readonly aboutTopic: number;
  /** A topic that is in more of the turns than this says nothing. 0-1. */
  readonly topicUpTo: number;
  /** Weight of words that ask: "kind", "name". */
  readonly asking: number;
  /** Weight of another word that begins alike. */
  readonly beginning: number;
  /** A turn that holds what is asked for (a time, a number, a title, a name) counts this much more. */
  readonly wanted: number;
  /** A turn of a time that the question names counts this much more … */
  readonly inRange: number;
  /** … and this is added, as if one more rare word were found: nothing else may be known of what happened then. */
  readonly inRangeBonus: number;
}

/** Best on average; see `npm run eval:memory`. */
export const RANKING_POLICY: RankingPolicy = {
  saturation: 0.8,
  lengthWeight: 0.2,
  before: 0.7,
  beforeQuestion: 0.85,
  after: 0.6,
  fading: 0.55,
  reach: 4,
  spreadUpTo: 2_000,
  session: 0.4,
  speaker: 2,
  question: 0.8,
  namedTopic: 0.4,
  aboutTopic: 0.15,
  topicUpTo: 0.3,
  asking: 0.5,
  beginning: 0.6,
  wanted: 0.4,
  inRange: 1,
  inRangeBonus: 3,
};
