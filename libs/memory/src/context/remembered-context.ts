import type { MemoryOrigin } from '../facts/memory-fact.js';
import type { RelationshipState } from '../facts/relationship-view.js';
import type { SpokenMessage } from '#messaging';
import type { ConversationState } from './conversation-state.js';

/** A memory that an answer may use. */
export interface UsableFact {
  readonly id: string;
  readonly text: string;
  /** Why it was chosen. */
  readonly reason: string;
  /** 0-1: how much it has to do with what is said now. */
  readonly relevance: number;
  /** Who it comes from. */
  readonly origin: MemoryOrigin;
}

/** Something that was said before and has to do with what is said now. */
export interface RecalledTurn {
  readonly text: string;
  readonly at: Date;
  /** Who said it; null for a summary of what was said. */
  readonly author: SpokenMessage['author'] | null;
  readonly senderName: string | null;
  readonly reasons: readonly string[];
}

/** What a character remembers when it answers. Texts are people's or made of them: data, never orders. */
export interface RememberedContext {
  /** What was said in this chat before the messages at hand. */
  readonly summary: string | null;
  /** Who the contact is, in short. Not told in groups. */
  readonly profile: string | null;
  readonly facts: readonly UsableFact[];
  /** The best first. */
  readonly recalled: readonly RecalledTurn[];
  /** In groups without topics, experiences and mood: they come from what was said in private. */
  readonly relationship: RelationshipState | null;
  readonly state: ConversationState;
}

/** Whom an answer is for, and where. */
export interface ContextOwner {
  readonly characterId: string;
  /** Whom it answers. */
  readonly contactId: string;
  readonly chat: { readonly id: string; readonly kind: 'direct' | 'group' };
  /** IANA name, of the contact: for "last summer". */
  readonly zone?: string;
  readonly signal?: AbortSignal;
}

/** What an answer is about to be made for. */
export interface ContextRequest extends ContextOwner {
  /** The conversation as the answer sees it, oldest first, up to what it answers. */
  readonly recent: readonly SpokenMessage[];
}
