/** What a run has done, as its task shows it. */
export interface MetadataReport {
  /** Messages that have at least one new label. */
  readonly labelled: number;
  /** Messages that could not be told at all; each shows its reason. */
  readonly untagged: number;
  /** Tags that were said and that there are not. */
  readonly dropped_tags: number;
  /** Messages that wait for the next run, because today's calls are used up. */
  readonly waiting: number;
  readonly budget_reached: boolean;
}
