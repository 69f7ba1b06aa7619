import type { Stage } from '#memory';

import type { QuietHours } from './quiet-hours.js';

/** `auto`: a new account is approve-first until it is trusted. */
export type EngagementMode = 'auto' | 'automatic' | 'approve';

/** The settings of engagement as they hold now. Hours are in hours; levels are 0-10 as people write them, ten points each. */
export interface EngagementPolicy {
  readonly enabled: boolean;
  readonly mode: EngagementMode;
  readonly minIntervalHours: number;
  /** Per person. */
  readonly maxPerDay: number;
  /** Pending at the same time, per person. */
  readonly maxPerUser: number;
  readonly minStage: Stage;
  readonly minIntimacyLevel: number;
  readonly minTrustLevel: number;
  readonly checkInAfterHours: number;
  readonly memoryReminderAfterHours: number;
  readonly emotionalSupportAfterHours: number;
  readonly topicSuggestionAfterHours: number;
  /** In code points. */
  readonly maxMessageLength: number;
  readonly minMessageLength: number;
  readonly temperature: number;
  readonly maxMemories: number;
  /** 1-10; a memory of exactly this importance is used. */
  readonly memoryImportanceThreshold: number;
  /** Nothing is planned for later than this from now. */
  readonly scheduleAdvanceHours: number;
  /** Pending at the same time, of everybody. */
  readonly maxScheduled: number;
  /** Of whoever has not said otherwise. */
  readonly quietHours: QuietHours;
  /** An account younger than this is approve-first in mode `auto`. */
  readonly trustAfterDays: number;
  /** An account with fewer conversations that went both ways is approve-first in mode `auto`. */
  readonly trustAfterChats: number;
  /** The server's zone: in it days were meant that people named. */
  readonly timeZone: string;
  readonly debugLogging: boolean;
  readonly logLevel: string;
}
