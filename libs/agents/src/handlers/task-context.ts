/** What a handler gets beside its payload. */
export interface TaskContext {
  /** Id of the task's record; only for work that `TaskRecords` started. */
  readonly taskId?: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborts when time is up, the process stops, or another worker took over. Whatever the handler does then is in vain. */
  readonly signal: AbortSignal;
  /** Notes how far the task is, 0-100 percent, in its record. Does nothing for a task without one. */
  readonly progress: (percent: number, message?: string) => Promise<void>;
}
