import type { StoredDecision } from '../store/stored-decision.js';

/** What a look at a group came to. */
export interface LookResult {
  /** Null where nothing was decided: its engine is off, it is no group, or nothing has changed that would be worth a line. */
  readonly decision: StoredDecision | null;
  /** Whether words are being looked for. */
  readonly acts: boolean;
}
