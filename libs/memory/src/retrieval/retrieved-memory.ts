import type { MessageEntity } from '#messaging';

import type { RankingPolicy } from './ranking/ranking-policy.js';

export const MEMORY_KINDS = ['turn', 'fact', 'summary'] as const;
export type MemoryKind = (typeof MEMORY_KINDS)[number];

/** Something that was remembered for a question. */
export interface RetrievedMemory {
  readonly kind: MemoryKind;
  /** Of the message, the fact or the summary. */
  readonly id: string;
  /** Null for what is not of one chat. */
  readonly chatId: string | null;
  readonly text: string;
  readonly at: Date;
  /** Who said it; null for what we made of it. */
  readonly author: MessageEntity['author'] | null;
  readonly senderName: string | null;
  /** By which they are sorted; comparable within one answer only. */
  readonly score: number;
  /** 0-1: how much of what was asked it says. */
  readonly relevance: number;
  /** Why it was chosen, for people. */
  readonly reasons: readonly string[];
}

/** Somebody by the names that a question may use. */
export interface SpeakerName {
  readonly name: string;
  /** Null: it is us. */
  readonly contactId: string | null;
}

export interface MemorySearch {
  readonly characterId: string;
  readonly contactId: string;
  /** Where to look; default: all direct chats with the contact. With a group among them, only there. Others' chats are left out. */
  readonly chatIds?: readonly string[];
  /** The question. */
  readonly text: string;
  readonly now: Date;
  /** IANA name, of the contact. Default: UTC. */
  readonly zone?: string;
  readonly limit: number;
  /** Of them, turns: whoever uses no more has no more opened. Default: `limit`. */
  readonly mostTurns?: number;
  /** Stops before the texts take more tokens, at about four characters each. */
  readonly tokenBudget?: number;
  /** Default: the contact by the name that we know. */
  readonly speakers?: readonly SpeakerName[];
  /** Messages that whoever asks sees anyway: they are not opened for nothing. */
  readonly seen?: ReadonlySet<string>;
  /** Default: all. */
  readonly kinds?: readonly MemoryKind[];
  readonly signal?: AbortSignal;
  /** Other knobs, for whoever measures them. */
  readonly policy?: RankingPolicy;
}
