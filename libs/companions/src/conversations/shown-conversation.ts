import type { ConversationView } from '#messaging';

/** A conversation with what messaging does not know of it. */
export interface ShownConversation {
  readonly conversation: ConversationView;
  /** Who answers in it. */
  readonly characterId: string;
  /** How close the two are, 0-100. */
  readonly relationshipLevel: number;
}
