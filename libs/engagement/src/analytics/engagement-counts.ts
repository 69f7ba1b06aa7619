/** What came of a set of engagements. */
export interface EngagementCounts {
  readonly planned: number;
  readonly sent: number;
  readonly answered: number;
  readonly ignored: number;
  readonly optedOut: number;
  /** Of the answers on average, -1 to 1; null while there are none that tell. */
  readonly sentiment: number | null;
}

export interface CountedGroup extends EngagementCounts {
  readonly key: string;
}

/** Two sets as one. */
export function addCounts(one: EngagementCounts, other: EngagementCounts): EngagementCounts {
  return {
    planned: one.planned + other.planned,
    sent: one.sent + other.sent,
    answered: one.answered + other.answered,
    ignored: one.ignored + other.ignored,
    optedOut: one.optedOut + other.optedOut,
    sentiment: weighted(one, other),
  };
}

function weighted(one: EngagementCounts, other: EngagementCounts): number | null {
  if (one.sentiment === null || other.sentiment === null) return one.sentiment ?? other.sentiment;
  return (one.sentiment * one.answered + other.sentiment * other.answered) / (one.answered + other.answered);
}
