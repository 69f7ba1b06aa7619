import type { ConversationMessage } from '#messaging';

/** A message as REST and sockets show it. */
export interface ShownMessage extends Omit<ConversationMessage, 'senderId'> {
  /** The person or the character. */
  readonly senderId: string | null;
}

/** Messaging knows people only: who the character is, is said here. */
export function shownMessage(message: ConversationMessage, characterId: string | null): ShownMessage {
  return { ...message, senderId: message.senderType === 'character' ? characterId : message.senderId };
}
