import type { Usage } from '../port/completion.js';
import type { Purpose } from '../port/completion-request.js';

/** One attempt at a provider. Holds no text. */
export interface UsageRecord {
  readonly provider: string;
  /** None when nothing answered. */
  readonly model?: string;
  readonly purpose: Purpose;
  readonly contactId?: string;
  /** `ok`, or the code of the error. */
  readonly outcome: string;
  readonly durationMs: number;
  readonly usage?: Usage;
  /** One answer of a batch: it costs less, and its duration says nothing. */
  readonly batched?: boolean;
}

/** Told about each attempt, for metrics and budgets. It must not throw. */
export abstract class UsageObserver {
  abstract record(usage: UsageRecord): void;
}
