import type { ChatChannel } from '../../chats/chat.entity.js';
import type { TitleSource } from './conversation.entity.js';

/** Where a conversation stands, as whoever answers in it noted it last. */
export interface ConversationNote {
  /** Null where nobody gave one and none was made. */
  readonly title: string | null;
  /** Null while there is no title, and when the next one is to be made from the talk again. */
  readonly titleSource: TitleSource | null;
  /** The latest last, at most ten. */
  readonly topics: readonly string[];
  readonly currentTopic: string | null;
  /** Of the person. */
  readonly mood: string | null;
  readonly intent: string | null;
  /** 0 to 10, as of `nsfwAt`. */
  readonly nsfwLevel: number;
  readonly nsfwAt: Date | null;
}

/** A conversation, opened. */
export interface ConversationView extends ConversationNote {
  /** The chat's. */
  readonly id: string;
  /** The person. */
  readonly contactId: string;
  readonly status: 'active' | 'archived';
  readonly channel: ChatChannel;
  readonly messageCount: number;
  readonly lastMessageAt: Date | null;
  readonly startedAt: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
