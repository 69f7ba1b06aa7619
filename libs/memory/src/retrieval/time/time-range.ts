/** A stretch of time, in milliseconds; `to` is not in it. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}
