/** What clients are told of a conversation, and must not miss. */
export type PersonEventName =
  'message:received' | 'message:delivered' | 'message:read' | 'message:deleted' | 'conversation:updated';

/** One event of a person's stream. */
export interface PersonEvent {
  /** A decimal number: the next event has the next one. */
  readonly position: string;
  readonly chatId: string;
  readonly event: PersonEventName;
  /** The message that it is about: its text is to be looked up. */
  readonly messageId: string | null;
  /** The rest, ready to be told; null for a `message:received`. */
  readonly payload: unknown;
}
