/** What a job carries: ids, nothing else. */
export interface JobData {
  readonly payload: unknown;
  /** Ties the log lines of the work to those of whoever asked for it. */
  readonly correlationId?: string;
  /** Id of the record of a task that has one. */
  readonly taskId?: string;
}
