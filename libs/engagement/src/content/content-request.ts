import type { EngagementType } from '../planning/engagement-type.js';
import type { Reason } from '../planning/reason.js';
import type { ContentSource } from '../store/engagement.js';

/** What an outreach is to be made of. */
export interface ContentRequest {
  readonly contactId: string;
  readonly characterId: string;
  readonly chatId: string;
  readonly type: EngagementType;
  /** It may be about these, the most important first. */
  readonly memoryIds: readonly string[];
  /** What it is on the occasion of: a memory and its day. */
  readonly moment?: string | null;
  /** When it is to be read. */
  readonly dueAt: Date;
  /** Values of running experiments, by dimension. */
  readonly variants?: Readonly<Record<string, string>>;
}

/** An outreach in words. */
export interface MadeContent {
  readonly text: string;
  readonly source: Exclude<ContentSource, 'operator'>;
  readonly templateId?: string;
  /** Those that it is made of. */
  readonly memoryIds: readonly string[];
  /** One of those that we speak. */
  readonly language: string;
  /** What was tried before and did not pass. */
  readonly checks: readonly Reason[];
}
