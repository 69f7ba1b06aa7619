import type { EngagementType } from './engagement-type.js';
import type { Reason } from './reason.js';

/** A type that this person may be written to with, and from when on. */
export interface TypeChoice {
  readonly type: EngagementType;
  readonly after: Date;
  /** What its words may be about. */
  readonly memoryIds: readonly string[];
  /** Set when a memory makes the time. */
  readonly moment?: { readonly key: string; readonly latest: Date };
  readonly reasons: readonly Reason[];
}
