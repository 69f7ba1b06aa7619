/** What one clean-up is about. */
export interface CleanupOrder {
  /** Counts, and removes nothing. */
  readonly dryRun: boolean;
  readonly now: Date;
  /** Archives older than this are deleted, in days. */
  readonly archiveRetentionDays: number;
  /** Archives without compression are compressed when older, in days. */
  readonly compressAfterDays: number;
  /** Ends a step between two batches. */
  readonly signal: AbortSignal;
}

export interface CleanupCount {
  /** What went, or would go: rows, files, archives; for compression what was compressed. */
  readonly removed: number;
  /** What was found and let be; then with a reason. */
  readonly kept?: number;
  /** For the operator: why something was let be, or what to do about it. */
  readonly reason?: string;
  /** Bytes of files that went. What rows free is seen in the size of the database. */
  readonly bytes?: number;
}

/** One thing that is cleaned up, by itself: small batches, pauses, and no harm in doing it twice. */
export interface CleanupStep {
  /** As the report names it. */
  readonly id: string;
  run(order: CleanupOrder): Promise<CleanupCount>;
}

/** The token of all steps, in the order in which they run. */
export const CLEANUP_STEPS = Symbol('conversations:cleanup-steps');
