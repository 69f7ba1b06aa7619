import type { ContentSource } from '../store/engagement.js';
import type { EngagementType } from '../planning/engagement-type.js';
import type { Reason } from '../planning/reason.js';

/** What would become of writing to somebody first now. */
export interface Preview {
  readonly contactId: string;
  readonly type: EngagementType;
  /** Whether it would be planned. */
  readonly eligible: boolean;
  readonly reasons: readonly Reason[];
  /** Null when there are no words that may be sent. */
  readonly text: string | null;
  readonly language: string | null;
  readonly source: ContentSource | null;
  readonly memoryIds: readonly string[];
  readonly proposedAt: Date | null;
  /** When it would be too late. */
  readonly windowEnds: Date | null;
}
