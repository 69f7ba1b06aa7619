/** What came of one variant, summed over people: one who was written to often counts no more than another. */
export interface ArmSums {
  readonly people: number;
  /** Of each person's share of answered engagements (0-1). */
  readonly shares: number;
  /** Of their squares. */
  readonly squares: number;
  /** People who opted out. */
  readonly optOuts: number;
}

/**
 * The mean of the shares, and the variance of that mean. For the variance one more who answered and one who did not are imagined: a few people who
 * all did the same are no certainty (Agresti and Coull 1998).
 */
export function meanOf({ people, shares, squares }: ArmSums): { readonly mean: number; readonly variance: number } {
  const [more, mean] = [people + 2, (shares + 1) / (people + 2)];
  const ofOne = (squares + 1 - more * mean ** 2) / (more - 1);
  return { mean: shares / people, variance: ofOne / people };
}
