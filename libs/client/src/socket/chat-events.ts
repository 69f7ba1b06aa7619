/** Who wrote a message: a person, or the character (what the owner writes by hand counts as the character's). */
export type SenderType = 'user' | 'character';

/** A message as REST and sockets give it. */
export interface Message {
  readonly id: string;
  readonly conversationId: string;
  readonly senderId: string | null;
  readonly senderType: SenderType;
  readonly content: string;
  readonly type: 'text' | 'image' | 'voice' | 'system';
  readonly metadata: MessageMetadata;
  readonly status: 'sent' | 'delivered' | 'read';
  /** When the other side read it, ISO 8601. */
  readonly readAt: string | null;
  readonly createdAt: string;
  /** The sender's own id for it. */
  readonly clientId?: string;
  /** The answer that it is a part of, as in `character:response`. */
  readonly responseId?: string;
  /** Its place in the answer, from 0. */
  readonly part?: number;
  /** Of so many. */
  readonly parts?: number;
}

/** What is known of a message beside its text; null where nothing is. */
export interface MessageMetadata {
  readonly tokens: number | null;
  /** Milliseconds that the model took. */
  readonly generationTime: number | null;
  readonly model: string | null;
  readonly mood: string | null;
  readonly isNSFW: boolean | null;
}

export interface MessageSend {
  readonly conversationId: string;
  /** 1 to MAX_MESSAGE_LENGTH UTF-16 units. */
  readonly content: string;
  readonly type?: 'text';
  /** Makes a repeat harmless: a message is stored once under it. */
  readonly clientId?: string;
}

export interface ConversationJoin {
  readonly conversationId: string;
  /** The offset of the last event that the client has: what came after it is told first. */
  readonly after?: string;
}

export interface ConversationRef {
  readonly conversationId: string;
}

export interface MessageDelivered {
  readonly conversationId: string;
  readonly messageId: string;
  readonly clientId?: string;
  readonly deliveredAt: string;
}

export interface MessagesRead {
  readonly conversationId: string;
  readonly messageIds: readonly string[];
  readonly readAt: string;
  readonly reader: SenderType;
}

export interface MessageDeleted {
  readonly conversationId: string;
  readonly messageId: string;
}

export interface ConversationUpdated {
  readonly conversationId: string;
}

export interface TypingIndicator {
  readonly conversationId: string;
  readonly userId: string | null;
  readonly isTyping: boolean;
  readonly senderType: SenderType;
}

/** A piece of an answer while it is written. Provisional: the `message:received` of the same `responseId` is the answer. */
export interface CharacterResponse {
  readonly conversationId: string;
  readonly responseId: string;
  readonly characterId: string | null;
  /** Begins at 1; a higher one begins the answer anew. */
  readonly attempt: number;
  /** Counts the pieces of an attempt, from 0. */
  readonly sequence: number;
  readonly status: 'started' | 'writing' | 'done' | 'cancelled' | 'replaced';
  readonly delta: string;
  /** Where `delta` begins in the text, UTF-16 units. */
  readonly at: number;
}

/** What went wrong: in a failed ack, and of an event that was sent without one. */
export interface ChatFault {
  readonly code: string;
  readonly message: string;
  /** Seconds. */
  readonly retryAfter?: number;
  /** Of `request.invalid`: what is wrong with the payload. */
  readonly errors?: readonly FieldFault[];
}

/** A field of a payload that cannot be taken. */
export interface FieldFault {
  /** Its name; a path where it is inside of another. */
  readonly field: string;
  readonly message: string;
}

export interface ErrorEvent extends ChatFault {
  /** The event that was refused. */
  readonly event?: string;
  readonly clientId?: string;
}

export interface FailedAck {
  readonly ok: false;
  readonly error: ChatFault;
}

export interface DoneAck {
  readonly ok: true;
}

export interface SentAck {
  readonly ok: true;
  readonly id: string;
  readonly clientId?: string;
  readonly conversationId: string;
  readonly status: 'sent' | 'delivered' | 'read';
  readonly createdAt: string;
  /** True when it was stored before, under the same client id. */
  readonly duplicate: boolean;
}

export interface JoinedAck {
  readonly ok: true;
  readonly conversation: { readonly id: string };
  /** The offset from which on events are told. */
  readonly offset: string;
}

/** What a client sends. The ack may be left out; then a failure comes as `error`. */
export interface ClientEvents {
  'message:send': (message: MessageSend, ack?: (answer: SentAck | FailedAck) => void) => void;
  'typing:start': (conversation: ConversationRef, ack?: (answer: DoneAck | FailedAck) => void) => void;
  'typing:stop': (conversation: ConversationRef, ack?: (answer: DoneAck | FailedAck) => void) => void;
  'conversation:join': (conversation: ConversationJoin, ack?: (answer: JoinedAck | FailedAck) => void) => void;
  'conversation:leave': (conversation: ConversationRef, ack?: (answer: DoneAck | FailedAck) => void) => void;
}

/** What the server tells. Events with an offset are kept, and told again after a reconnect; the others may be lost. */
export interface ServerEvents {
  'conversation:joined': (joined: ConversationRef, offset?: string) => void;
  'message:received': (message: Message, offset?: string) => void;
  'message:delivered': (delivered: MessageDelivered, offset?: string) => void;
  'message:read': (read: MessagesRead, offset?: string) => void;
  'message:deleted': (deleted: MessageDeleted, offset?: string) => void;
  'conversation:updated': (updated: ConversationUpdated, offset?: string) => void;
  'typing:indicator': (typing: TypingIndicator) => void;
  'character:response': (piece: CharacterResponse) => void;
  'realtime:missed': (nothing: object) => void;
  error: (error: ErrorEvent) => void;
}
