import { cleanText } from '#kernel';
import type { IncomingMessage } from '#whatsapp';

import { cleanMedia } from './clean-media.js';
import { cleanTime } from './clean-time.js';

/**
 * The message with nothing in it that Postgres or JSON can't hold, and with a time that can be sorted by: what has no valid time was
 * sent now, and nothing was sent later than a minute from now.
 */
export function cleanMessage(message: IncomingMessage, now: Date): IncomingMessage {
  const { chat, sender, quoted, media } = message;
  return {
    ...message,
    id: cleanText(message.id),
    chat: { ...chat, id: cleanText(chat.id), name: cleanName(chat.name) },
    sender: {
      id: cleanText(sender.id),
      phone: cleanName(sender.phone),
      lid: cleanName(sender.lid),
      name: cleanName(sender.name),
    },
    text: cleanText(message.text),
    sentAt: cleanTime(message.sentAt, now),
    quoted: quoted && { ...quoted, id: cleanText(quoted.id) },
    media: media && cleanMedia(media),
  };
}

/** What can be said of a message that can't be stored as it is: who sent it where, and when. */
export function huskOf({ id, chat, sender, fromMe, sentAt, live }: IncomingMessage): IncomingMessage {
  return {
    ...{ id, fromMe, sentAt, live, kind: 'unknown', text: '', mentions: [], mentionsMe: false },
    chat: { id: chat.id, kind: chat.kind },
    sender: { id: sender.id },
  };
}

function cleanName(name: string | undefined): string | undefined {
  return name === undefined ? undefined : cleanText(name);
}
