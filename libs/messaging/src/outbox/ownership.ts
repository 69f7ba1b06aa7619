/** The right to act for an account, as its lease gives it. */
export interface Ownership {
  readonly accountId: string;
  /** What carries an older token comes from a holder of before. */
  readonly fencingToken: string;
  /** Whether the lease surely lasts for another moment, by this process's own monotonic clock. */
  isHeld(): boolean;
}
