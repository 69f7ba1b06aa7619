/** What became of one step, as the API shows it. */
export interface CleanupStepReport {
  readonly step: string;
  readonly removed: number;
  readonly kept?: number;
  /** Stable code of what went wrong; the other steps ran all the same. */
  readonly failed?: string;
  readonly reason?: string;
  readonly freed_bytes?: number;
}

/** What a clean-up did, or would do, as the API shows it. */
export interface CleanupReport {
  readonly dry_run: boolean;
  readonly removed: number;
  readonly failed_steps: number;
  readonly steps: readonly CleanupStepReport[];
  /** Tables that were vacuumed, and those that were not, with the reason. */
  readonly optimized_tables: readonly string[];
  readonly skipped_tables: readonly { readonly table: string; readonly reason: string }[];
  /** Of files and database together. The space of removed rows is used again before the database grows. */
  readonly freed_mb: number;
  readonly database_size_mb: number;
}
