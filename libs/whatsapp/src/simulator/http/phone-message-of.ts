import { newMessageId } from '../../port/message-id.js';
import type { PhoneMessage } from '../phone-message.js';
import { addressOf, groupIdOf, OWN_ID, OWN_PHONE } from '../simulated-address.js';
import type { PostMessageDto } from './post-message.dto.js';

/** The message that a request describes. Throws `simulator.invalid-address`. */
export function phoneMessageOf(request: PostMessageDto, now: Date): PhoneMessage {
  const from = addressOf(request.from, 'from');
  return {
    ...senderOf(request, from),
    id: request.id ?? newMessageId(),
    chat: chatOf(request, from),
    chatName: request.group !== undefined && !request.group.endsWith('@g.us') ? request.group : undefined,
    kind: request.kind ?? 'text',
    body: request.body ?? '',
    quotedId: request.quoted_id,
    mentions: (request.mentions ?? []).map((mention) => (mention === 'me' ? OWN_ID : addressOf(mention, 'mentions'))),
    sentAt: request.sent_at === undefined ? now : new Date(request.sent_at),
    unheard: request.unheard ?? false,
  };
}

function senderOf({ from_me, name, phone, lid }: PostMessageDto, from: string) {
  return from_me
    ? { fromMe: true, sender: OWN_ID, senderPhone: OWN_PHONE }
    : { fromMe: false, sender: from, senderPhone: phone, senderLid: lid, senderName: name };
}

function chatOf({ chat, group }: PostMessageDto, from: string): string {
  if (chat !== undefined) return addressOf(chat, 'chat');
  return group === undefined ? from : groupIdOf(group);
}
