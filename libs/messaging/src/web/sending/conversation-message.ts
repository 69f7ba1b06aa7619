/** What a message of a conversation can be. Only text can be sent. */
export type ConversationMessageType = 'text' | 'image' | 'voice' | 'system';

/** A message of a conversation, as its two sides see it. */
export interface ConversationMessage {
  readonly id: string;
  readonly conversationId: string;
  /** The person or the character; null where it was not noted who. */
  readonly senderId: string | null;
  /** What the owner writes by hand is the character's. */
  readonly senderType: 'user' | 'character';
  /** '' where there is none, and where the person's key was erased. */
  readonly content: string;
  readonly type: ConversationMessageType;
  readonly metadata: {
    /** Of the whole answer: on its first part only. */
    readonly tokens: number | null;
    /** In ms. */
    readonly generationTime: number | null;
    readonly model: string | null;
    readonly mood: string | null;
    readonly isNSFW: boolean | null;
  };
  readonly status: 'sent' | 'delivered' | 'read';
  /** By the other side. */
  readonly readAt: Date | null;
  readonly createdAt: Date;
  /** The name that its sender's client gave it. */
  readonly clientId?: string;
  /** The turn that it answers. */
  readonly responseId?: string;
  /** Counted from 0. */
  readonly part?: number;
  readonly parts?: number;
}
