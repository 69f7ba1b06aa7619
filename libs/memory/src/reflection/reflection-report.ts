/** What a night's reflection has done, as its task shows it. */
export interface ReflectionReport {
  /** Contacts (per character) whose memories were looked at. */
  readonly reflected: number;
  /** Those that failed; they are tried again the next night. */
  readonly failed: number;
  /** Memories that went into an older one that says the same. */
  readonly merged: number;
  /** Memories that matter more, because they were said often. */
  readonly promoted: number;
  /** Plans whose day has passed. */
  readonly past_plans: number;
  /** Memories that have ended. */
  readonly closed: number;
  /** Memories that nobody needed any more. */
  readonly expired: number;
  readonly profiles: number;
}
