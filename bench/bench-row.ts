/** One line of the table: ours beside the limit measured in the same run. */
export interface BenchRow {
  readonly name: string;
  readonly ours: number;
  readonly limit: number;
  /** Of both figures: `messages/s`, `ms`. */
  readonly unit: string;
  /** Median of the pairs' ratios, ours to limit. */
  readonly ratio: number;
  /** As written in the goal: `>= 0.6`. */
  readonly goal: string;
  readonly met: boolean;
  readonly note?: string;
}
