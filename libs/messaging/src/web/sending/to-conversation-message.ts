import type { MessageKind } from '#whatsapp';

import type { MessageView } from '../../messages/message-view.js';
import type { MessageTraitsRow } from '../../traits/message-traits.service.js';
import type { ConversationMessage, ConversationMessageType } from './conversation-message.js';
import { clientIdOf } from './web-message-id.js';

/** From this level of 0 to 10 on a message counts as not safe for work. */
const NSFW_LEVEL = 4;

/** What of a message its place in a conversation needs. */
export type ShownMessage = Pick<
  MessageView,
  'id' | 'chatId' | 'externalId' | 'author' | 'senderId' | 'kind' | 'text' | 'ack' | 'sentAt'
>;

export function toConversationMessage(message: ShownMessage, traits?: MessageTraitsRow): ConversationMessage {
  const isUser = message.author === 'contact';
  const clientId = isUser ? clientIdOf(message.externalId) : undefined;
  const { responseId = null, part = null, parts = null, nsfwLevel = null } = traits ?? {};
  return {
    id: message.id,
    conversationId: message.chatId,
    senderId: isUser ? message.senderId : (traits?.characterId ?? null),
    senderType: isUser ? 'user' : 'character',
    content: message.text ?? '',
    type: typeOf(message.kind),
    metadata: {
      tokens: traits?.tokens ?? null,
      generationTime: traits?.generationMs ?? null,
      model: traits?.model ?? null,
      mood: traits?.mood ?? null,
      isNSFW: nsfwLevel === null ? null : nsfwLevel >= NSFW_LEVEL,
    },
    status: statusOf(message, isUser, traits),
    readAt: traits?.readAt ?? null,
    createdAt: message.sentAt,
    ...(clientId !== undefined && { clientId }),
    ...(responseId !== null && { responseId }),
    ...(part !== null && { part }),
    ...(parts !== null && { parts }),
  };
}

/** What a person wrote is delivered when it is stored, and read when the character takes it up. */
function statusOf({ ack }: ShownMessage, isUser: boolean, traits?: MessageTraitsRow): ConversationMessage['status'] {
  if (traits?.readAt) return 'read';
  if (isUser) return 'delivered';
  if ((ack ?? 0) >= 3) return 'read';
  return ack === 2 ? 'delivered' : 'sent';
}

function typeOf(kind: MessageKind): ConversationMessageType {
  switch (kind) {
    case 'image':
    case 'sticker':
    case 'video':
      return 'image';
    case 'voice':
    case 'audio':
      return 'voice';
    case 'system':
    case 'call':
    case 'unknown':
      return 'system';
    case 'text':
    case 'document':
    case 'location':
    case 'contact':
    case 'poll':
      return 'text';
  }
}
