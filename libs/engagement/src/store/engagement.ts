import type { Stage } from '#memory';

import type { EngagementType } from '../planning/engagement-type.js';
import type { Reason } from '../planning/reason.js';

/** `planned` waits for its time (or for an operator), `approved` may leave or has been handed to the outbox; the others are ends. */
export const ENGAGEMENT_STATUSES = ['planned', 'approved', 'sent', 'answered', 'skipped', 'failed', 'expired'] as const;
export type EngagementStatus = (typeof ENGAGEMENT_STATUSES)[number];

/** What became of one that was sent, within a day. */
export type EngagementOutcome = 'answered' | 'ignored' | 'opted_out';

export type ContentSource = 'model' | 'template' | 'operator';

/** The variant of each experiment that this one was made with. */
export type ExperimentVariants = Readonly<Record<string, string>>;

/** One outreach, from its plan to what became of it. */
export interface Engagement {
  readonly id: string;
  readonly contactId: string;
  readonly chatId: string;
  readonly accountId: string;
  readonly characterId: string;
  readonly type: EngagementType;
  /** What it is on the occasion of: a memory and its day. */
  readonly moment: string | null;
  readonly memoryIds: readonly string[];
  readonly status: EngagementStatus;
  /** Why it ended as it did. */
  readonly reason: string | null;
  /** Why it was planned as it was. */
  readonly reasons: readonly Reason[];
  /** Opened; null before it is written, and once it is sent: then it is the message `messageId`. */
  readonly text: string | null;
  readonly language: string | null;
  readonly source: ContentSource | null;
  readonly templateId: string | null;
  readonly experiment: ExperimentVariants | null;
  readonly mode: 'automatic' | 'approve';
  /** As it was when it was planned. */
  readonly stage: Stage;
  readonly dueAt: Date;
  readonly expiresAt: Date;
  readonly createdAt: Date;
  readonly approvedAt: Date | null;
  readonly approvedBy: string | null;
  /** When it was given to the outbox; set: it has left or may have left. */
  readonly handedAt: Date | null;
  readonly outboxId: string | null;
  readonly messageId: string | null;
  readonly sentAt: Date | null;
  readonly outcome: EngagementOutcome | null;
  readonly answeredAt: Date | null;
  readonly responseMs: number | null;
  /** Of the answer, -1 to 1. */
  readonly sentiment: number | null;
  /** Counts the writes to its text and its time. */
  readonly revision: number;
}
