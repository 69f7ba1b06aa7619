const HOUR_MS = 3_600_000;
const LONGEST_MS = 24 * HOUR_MS;
/** About five days. */
const MOST_FAILURES = 10;

export interface AfterFailure {
  readonly failures: number;
  readonly nextFetchAt: Date;
  /** False: it is not looked at any more until the operator says so. */
  readonly enabled: boolean;
}

/** When a feed that failed is looked at again: after an hour, then twice as long each time, up to a day; ten times, then never. */
export function afterFailure(failuresBefore: number, now: Date): AfterFailure {
  const failures = failuresBefore + 1;
  const wait = Math.min(HOUR_MS * 2 ** failuresBefore, LONGEST_MS);
  return { failures, nextFetchAt: new Date(now.getTime() + wait), enabled: failures < MOST_FAILURES };
}
