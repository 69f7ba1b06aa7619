import type { EmotionLabel, MemoryCategory, Stage } from '#memory';
import type { ReplyMode } from '#messaging';

import type { Birthday } from './birthday.js';
import type { EngagementType } from './engagement-type.js';
import type { Frequency } from './frequency.js';
import type { QuietHours } from './quiet-hours.js';

/** A memory that an outreach may be about, without its words. */
export interface MemoryRef {
  readonly id: string;
  /** 1-10. */
  readonly importance: number;
  readonly category: MemoryCategory;
  /** Of a plan that was told in talk null: its day is that on which it ends. */
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
  /** Of a memory that tells a birthday (`birthdayIn` reads it). */
  readonly birthday?: Birthday;
}

/** The chat in which somebody would be written to. */
export interface ChatStanding {
  readonly id: string;
  /** Said STOP, in this chat or in any other of theirs. */
  readonly optedOut: boolean;
  readonly optedInAt: Date | null;
  readonly takenOverUntil: Date | null;
  readonly replyMode: ReplyMode;
  readonly archived: boolean;
  /** By the allow list. */
  readonly allowed: boolean;
  readonly deleted: boolean;
  /** A turn of theirs or an answer to it is under way. */
  readonly talking: boolean;
  readonly channel: string;
}

/** The account that would write. */
export interface AccountStanding {
  readonly id: string;
  readonly connector: string;
  readonly ready: boolean;
  /** Does not send now, for whatever reason of its pacing. */
  readonly stopped: boolean;
  readonly knownSince: Date;
  /** Direct chats in which both sides have written. */
  readonly answeredChats: number;
  /** Too many opted out after it had written first: approve-first until that is past. */
  readonly braked?: boolean;
}

/** Everything that decides whether, when and about what somebody is written to first. */
export interface PersonState {
  readonly contactId: string;
  readonly stage: Stage;
  /** 0-100, as absence has left it; trust and intimacy, too. */
  readonly level: number;
  readonly trust: number;
  readonly intimacy: number;
  readonly mood: { readonly label: EmotionLabel; readonly valence: number; readonly at: Date } | null;
  readonly lastHeardAt: Date | null;
  /** The last message of anybody in their chats, ours included. */
  readonly lastWrittenAt: Date | null;
  readonly lastEngagedAt: Date | null;
  /** Outreaches in a row that nobody answered. */
  readonly unanswered: number;
  readonly pausedUntil: Date | null;
  readonly safetyPausedUntil: Date | null;
  readonly minor: boolean;
  readonly frequency: Frequency;
  readonly quiet: QuietHours;
  /** Where they may be, IANA names, never empty: who is in one of several is written to only when it suits all. */
  readonly zones: readonly string[];
  /** At which hours of their day they write, 24 counts. */
  readonly hours: readonly number[];
  readonly lastType: EngagementType | null;
  /** When outreaches left or may have left, of the last 48 hours. */
  readonly handedAt: readonly Date[];
  /** Planned or approved, not yet sent. */
  readonly pending: number;
  readonly memories: readonly MemoryRef[];
  /** Keys of the moments that were planned for already: each is used once. */
  readonly usedMoments?: readonly string[];
  readonly chat: ChatStanding | null;
  readonly account: AccountStanding;
}
