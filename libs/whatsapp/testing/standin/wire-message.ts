import { randomBytes } from 'node:crypto';

import type { Conversations } from './conversations.js';
import type { OwnPhone } from './linking.js';
import type { MediaStore } from './media-store.js';
import { chatIdOf } from './chat-id-of.js';
import type { StandInMedia, StandInMessage } from './stand-in-message.js';
import type { WireMessage } from './wire.js';

export interface WireContext {
  readonly conversations: Conversations;
  readonly media: MediaStore;
  readonly me: OwnPhone;
}

/** A message as it goes to the page, in the fields of WhatsApp's own model. */
export function toWireMessage(message: StandInMessage, { conversations, media, me }: WireContext): WireMessage {
  const writer = message.from === undefined ? undefined : chatIdOf(message.from);
  const chat = message.chat ?? writer;
  if (chat === undefined) throw new Error('Say who writes (from) or where (chat).');
  const fromMe = message.fromMe ?? false;
  const hasAuthor = /@(g\.us|broadcast)$/.test(chat);
  const author = hasAuthor ? (writer ?? (fromMe ? chatIdOf(me.phone) : undefined)) : undefined;
  return {
    chat,
    id: message.id ?? newPhoneId(),
    fromMe,
    ...(author !== undefined && { author }),
    type: message.type ?? typeOf(message),
    t: Math.floor((message.at?.getTime() ?? Date.now()) / 1_000),
    ack: 1,
    fields: {
      ...(message.subtype !== undefined && { subtype: message.subtype }),
      ...(message.body !== undefined && { body: message.body }),
      ...(message.name !== undefined && { notifyName: message.name }),
      ...(message.mentions && { mentionedJidList: message.mentions }),
      ...(message.recipients && { recipients: message.recipients }),
      ...(message.viewOnce && { isViewOnce: true }),
      ...(chat === 'status@broadcast' && { isStatusV3: true }),
      ...quoteFields(message, chat, { conversations, me }),
      ...mediaFields(message.media, media),
      ...locationFields(message.location),
      ...cardFields(message.cards),
      ...pollFields(message.poll),
      ...message.fields,
    },
  };
}

/** An id as a phone makes it. */
function newPhoneId(): string {
  return `3A${randomBytes(9).toString('hex').toUpperCase()}`;
}

function typeOf({ media, location, cards, poll }: StandInMessage): string {
  if (location) return 'location';
  if (cards) return cards.length === 1 ? 'vcard' : 'multi_vcard';
  if (poll) return 'poll_creation';
  if (!media) return 'chat';
  if (media.voice) return 'ptt';
  const kind = media.mimeType.split('/')[0] ?? '';
  if (media.mimeType === 'image/webp') return 'sticker';
  return ['image', 'video', 'audio'].includes(kind) && media.fileName === undefined ? kind : 'document';
}

function quoteFields(
  { quotedId }: StandInMessage,
  chat: string,
  { conversations, me }: Pick<WireContext, 'conversations' | 'me'>,
): Record<string, unknown> {
  if (quotedId === undefined) return {};
  const quoted = conversations.find({ chat, id: quotedId });
  const own = chat.endsWith('@lid') ? me.lid : chatIdOf(me.phone);
  return {
    quotedStanzaID: quotedId,
    quotedParticipant: quoted?.fromMe ? own : (quoted?.author ?? chat),
    quotedMsg: { type: quoted?.type ?? 'chat', body: quoted?.fields.body ?? '' },
  };
}

function mediaFields(media: StandInMedia | undefined, store: MediaStore): Record<string, unknown> {
  if (!media) return {};
  return {
    ...store.put(media.data, media.missing),
    mimetype: media.mimeType,
    size: media.size ?? media.data.length,
    ...(media.fileName !== undefined && { filename: media.fileName }),
    ...(media.caption !== undefined && { caption: media.caption }),
  };
}

function locationFields(location: StandInMessage['location']): Record<string, unknown> {
  if (!location) return {};
  const { latitude: lat, longitude: lng, name, address } = location;
  const words = [name, address].filter((part) => part !== undefined);
  return { lat, lng, ...(words.length > 0 && { loc: words.join('\n') }) };
}

function cardFields(cards: readonly string[] | undefined): Record<string, unknown> {
  if (!cards) return {};
  const names = cards.map((card) => /^FN:(.*)$/m.exec(card)?.[1]?.trim() ?? '');
  if (cards.length === 1) return { body: cards[0], vcardFormattedName: names[0] };
  return { vcardList: cards.map((vcard, index) => ({ vcard, displayName: names[index] })) };
}

function pollFields(poll: StandInMessage['poll']): Record<string, unknown> {
  if (!poll) return {};
  return {
    pollName: poll.question,
    pollOptions: poll.options.map((name, localId) => ({ name, localId })),
    pollSelectableOptionsCount: poll.multiple ? 0 : 1,
  };
}
