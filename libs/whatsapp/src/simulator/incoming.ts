import { chatKindOf } from '../port/chat-kind.js';
import type { IncomingMessage } from '../port/incoming-message.js';
import { phoneOfChatId } from '../port/phone-chat-id.js';
import type { QueuedMessage } from './phone-message.js';
import { OWN_ID } from './simulated-address.js';

/** A queued message as the port shows it. What was queued before `connectedAt` is caught up, not live; null: none of it is live. */
export function incomingMessage(message: QueuedMessage, connectedAt: Date | null): IncomingMessage {
  const { id, chat, sender, fromMe, kind, body, sentAt, mentions, quotedId } = message;
  return {
    id,
    chat: { id: chat, kind: chatKindOf(chat), name: message.chatName },
    sender: {
      id: sender,
      phone: message.senderPhone ?? phoneOfChatId(sender) ?? undefined,
      lid: message.senderLid ?? (sender.endsWith('@lid') ? sender : undefined),
      name: message.senderName,
    },
    fromMe,
    kind,
    text: body,
    sentAt,
    live: connectedAt !== null && message.queuedAt >= connectedAt,
    quoted: quotedId === undefined ? undefined : { id: quotedId, fromMe: message.quotesMe },
    mentions,
    mentionsMe: mentions.includes(OWN_ID),
  };
}
