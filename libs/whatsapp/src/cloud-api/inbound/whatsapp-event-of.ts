import { chatKindOf } from '../../port/chat-kind.js';
import type { IncomingMessage } from '../../port/incoming-message.js';
import { phoneOfChatId } from '../../port/phone-chat-id.js';
import type { WhatsAppEvent } from '../../port/whatsapp-event.js';
import { objectIn, textIn, timeIn, type Json } from '../json.js';
import type { SentMessage } from '../outbound/sent-messages.js';
import { contentOfMessage } from './message-content.js';
import { ackOfStatus } from './status-ack.js';
import type { EventContent, WebhookEvent } from './webhook-event.js';

/** An event that waits in the mailbox. */
export interface MailedEvent extends Pick<WebhookEvent, 'kind' | 'chatId' | 'messageId'> {
  /** Its place in the order of arrival: a decimal number. */
  readonly seq: string;
  readonly receivedAt: Date;
  /** Null when it cannot be read any more. */
  readonly content: EventContent | null;
}

/** Our own messages by WhatsApp's ids. */
export type OwnMessages = ReadonlyMap<string, Pick<SentMessage, 'id' | 'chatId'>>;

/** Ids of WhatsApp that an event speaks about, besides its own: some may be messages of ours, which the port knows by our ids. */
export function idsMentioned({ kind, messageId, content }: MailedEvent): string[] {
  if (!content) return [];
  if (kind === 'status') return [messageId];
  const { body } = content;
  const inEdit = objectIn(objectIn(body, 'edit'), 'message');
  const ids = [body, inEdit].map((message) => textIn(objectIn(message, 'context'), 'id'));
  const targets = ['reaction', 'edit', 'revoke'].map((type) => targetOf(objectIn(body, type)));
  return [...ids, ...targets].filter((id) => id !== '');
}

/** What the port tells of an event; null when it is nobody's business: a status of a message that did not leave from here. */
export function whatsAppEventOf(event: MailedEvent, ours: OwnMessages, connectedAt: Date): WhatsAppEvent | null {
  const { kind, messageId, content, receivedAt } = event;
  if (!content) return null;
  const at = timeIn(content.body, 'timestamp') ?? receivedAt;
  if (kind === 'status') {
    const ack = ackOfStatus(textIn(content.body, 'status'));
    const sent = ours.get(messageId);
    return sent && ack !== null ? { type: 'ack', chatId: sent.chatId, id: sent.id, ack, at } : null;
  }
  const { chatId } = event;
  const type = textIn(content.body, 'type');
  const part = objectIn(content.body, type);
  const id = ours.get(targetOf(part))?.id ?? targetOf(part);
  switch (id === '' ? '' : type) {
    case 'reaction':
      return {
        type: 'reaction',
        chatId,
        id,
        senderId: senderIdOf(event, content),
        fromMe: kind === 'echo',
        emoji: textIn(part, 'emoji'),
        at,
      };
    case 'edit':
      return { type: 'edit', chatId, id, text: contentOfMessage(objectIn(part, 'message')).text, at };
    case 'revoke':
      return { type: 'revoke', chatId, id, at };
    default:
      return { type: 'message', message: incomingMessage(event, content, ours, connectedAt) };
  }
}

function incomingMessage(
  event: MailedEvent,
  content: EventContent,
  ours: OwnMessages,
  connectedAt: Date,
): IncomingMessage {
  const { kind, chatId, messageId, receivedAt } = event;
  const { body, name, ownNumber } = content;
  const senderId = senderIdOf(event, content);
  const phone = phoneOfChatId(senderId);
  return {
    id: messageId,
    chat: { id: chatId, kind: chatKindOf(chatId) },
    sender: { id: senderId, ...(phone !== null && { phone }), ...(name && { name }) },
    fromMe: kind === 'echo',
    ...contentOfMessage(body),
    sentAt: timeIn(body, 'timestamp') ?? receivedAt,
    live: receivedAt >= connectedAt,
    quoted: quotedIn(objectIn(body, 'context'), ours, ownNumber),
    mentions: [],
    mentionsMe: false,
  };
}

function quotedIn(context: Json, ours: OwnMessages, ownNumber: string): IncomingMessage['quoted'] {
  const wamid = textIn(context, 'id');
  if (!wamid) return undefined;
  const own = ours.get(wamid);
  if (own) return { id: own.id, fromMe: true };
  return { id: wamid, fromMe: ownNumber !== '' && textIn(context, 'from').replace(/\D/g, '') === ownNumber };
}

/** In a direct chat the person is the chat; what we wrote is from our own number. */
function senderIdOf({ kind, chatId }: MailedEvent, { body, ownNumber }: EventContent): string {
  if (kind === 'echo') return `${ownNumber}@c.us`;
  return chatKindOf(chatId) === 'direct' ? chatId : `${textIn(body, 'from') || textIn(body, 'from_user_id')}@c.us`;
}

/** What a reaction, an edit or a deletion is about. */
function targetOf(part: Json): string {
  return textIn(part, 'message_id') || textIn(part, 'original_message_id');
}
