/** How one number of a relationship moves. */
export interface Movement {
  /** What a day of good talk covers of the way to where the talk leads, 0-1. */
  readonly rise: number;
  /** What a bad day takes away, as a share of the number. */
  readonly fall: number;
  /** Where talk that is neither friendly nor personal leads. */
  readonly plain: number;
  /** Half of what is not rooted is gone after so many days without a word. */
  readonly halfLifeDays: number;
}

/**
 * The knobs of a relationship. Chosen so that a year tells people apart as people would: warm daily talk makes a friend in a month and a close
 * friend in a season, warm talk once a week makes a friend within the year.
 */
export const RELATIONSHIP_POLICY = {
  level: { rise: 0.018, fall: 0.06, plain: 35, halfLifeDays: 90 },
  /** Earned more slowly than liking, lost in days, and the last that absence takes. */
  trust: { rise: 0.013, fall: 0.12, plain: 45, halfLifeDays: 180 },
  /** The first that absence takes. */
  intimacy: { rise: 0.014, fall: 0.08, plain: 5, halfLifeDays: 60 },
  /** Talk that has become cool takes a number back to where it leads, this much slower than warm talk raises it. */
  cooling: 1 / 6,
  /** In messages: so many are 63 % of a day's talk, and ten times as many are not more than all of it. */
  talkOfADay: 12,
  /** In hostile messages, likewise. */
  harmOfADay: 3,
  /** The accounts of a day fade by half in so many hours. Whatever the pace, 24 hours never hold more than 2.1 days' worth. */
  recentHalfLifeHours: 6,
  /** In days of good talk: how long the tone of talk takes to follow. */
  toneDays: 6,
  /** Share of a number that a long relationship keeps through any absence. */
  kept: 0.6,
  /** In days of good talk: how long it takes to take root. */
  rootDays: 60,
  /** Nothing is lost in the first days without a word. */
  graceDays: 7,
  /** Nobody confides much more than they trust. */
  intimacyAboveTrust: 10,
} as const satisfies Readonly<Record<string, Movement | number>>;
