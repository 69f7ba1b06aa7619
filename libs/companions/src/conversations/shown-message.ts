import type { ConversationMessage } from '#messaging';

/** A message as REST and sockets show it. */
export interface ShownMessage extends Omit<ConversationMessage, 'senderId'> {
  /** The person or the character. */
  readonly senderId: string | null;
}

/** Where it was not noted who said it, as of what the owner wrote by hand, it is who answers now. */
export function shownMessage(message: ConversationMessage, characterId: string | null): ShownMessage {
  const sayer = message.senderType === 'character' ? characterId : null;
  return { ...message, senderId: message.senderId ?? sayer };
}
