import { chatKindOf } from '../../port/chat-kind.js';
import type { IncomingMessage } from '../../port/incoming-message.js';
import type { MediaInfo } from '../../port/media.js';
import { phoneOfChatId } from '../../port/phone-chat-id.js';
import { addressOf } from './address-of.js';
import { hasMedia, kindOf } from './kind-of.js';
import { isOwn, type MessageContext, type Own } from './person.js';
import type { RawMessage } from './raw-message.js';
import { textOf } from './text-of.js';

/** A message of the page in the port's terms. */
export function incomingOf(raw: RawMessage, { own, sender, chatName, live }: MessageContext): IncomingMessage {
  const chatId = addressOf(raw.id.remote);
  const senderId = senderIdOf(raw, own);
  const mentions = (raw.mentionedJidList ?? []).map(addressOf).filter(Boolean);
  return {
    id: raw.id.id,
    chat: { id: chatId, kind: chatKindOf(chatId), name: chatName },
    sender: {
      id: senderId,
      phone: phoneOfChatId(senderId) ?? sender.phone,
      lid: senderId.endsWith('@lid') ? senderId : sender.lid,
      name: raw.notifyName || sender.name,
    },
    fromMe: raw.id.fromMe,
    kind: kindOf(raw.type),
    text: textOf(raw),
    sentAt: new Date(raw.t * 1_000),
    live,
    media: mediaOf(raw),
    quoted: quotedOf(raw, own),
    mentions,
    mentionsMe: mentions.some((address) => isOwn(address, own)),
  };
}

/** Who wrote it: in a group or a broadcast its participant, in a direct chat the other side or we. */
export function senderIdOf({ id, author, from }: RawMessage, own: Own): string {
  const participant = addressOf(author) || addressOf(id.participant);
  if (participant) return participant;
  if (!id.fromMe) return addressOf(id.remote);
  const sender = addressOf(from);
  return sender || (own.phoneId ?? own.lid ?? '');
}

function mediaOf({ type, mimetype, filename, size, isViewOnce }: RawMessage): MediaInfo | undefined {
  if (!hasMedia(kindOf(type))) return undefined;
  return {
    mimeType: mimetype ?? 'application/octet-stream',
    fileName: filename,
    size: typeof size === 'number' ? size : undefined,
    viewOnce: isViewOnce === true,
  };
}

function quotedOf({ quotedStanzaID, quotedParticipant }: RawMessage, own: Own): IncomingMessage['quoted'] {
  if (!quotedStanzaID) return undefined;
  return { id: quotedStanzaID, fromMe: isOwn(addressOf(quotedParticipant), own) };
}
