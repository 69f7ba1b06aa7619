import { mediaNameOf } from './media-name.js';
import type { ExportMessage, RenderOptions, Transcript } from './transcript.js';

/** Of the shape that `docs/exports.md` describes; it grows with each change that a reader would stumble over. */
const VERSION = 1;

/** All chats as one JSON document, a message a line. */
export async function* renderJson(
  transcripts: readonly Transcript[],
  { zone, me, withMedia, exportedAt, from, to }: RenderOptions,
): AsyncGenerator<string> {
  const head = { format: 'secretary.export', version: VERSION, exported_at: exportedAt, zone, me, from, to };
  yield `${JSON.stringify(head).slice(0, -1)},"chats":[`;
  for (const [place, { chat, read }] of transcripts.entries()) {
    const { id, externalId, kind, name } = chat;
    const facts = JSON.stringify({ id, external_id: externalId, kind, name });
    yield `${place === 0 ? '' : ','}\n${facts.slice(0, -1)},"messages":[`;
    let count = 0;
    for await (const page of read()) {
      const lines = page.map((message) => JSON.stringify(toJson(message, withMedia)));
      if (lines.length > 0) yield `${count === 0 ? '' : ','}\n${lines.join(',\n')}`;
      count += lines.length;
    }
    yield `],"message_count":${count}}`;
  }
  yield ']}\n';
}

function toJson(message: ExportMessage, withMedia: boolean): object {
  const { media, labels } = message;
  return {
    id: message.id,
    external_id: message.externalId,
    author: message.author,
    sender_id: message.senderId,
    sender_name: message.senderName,
    sender_phone: message.senderPhone,
    kind: message.kind,
    text: message.text,
    sent_at: message.sentAt,
    edited_at: message.editedAt,
    deleted_at: message.revokedAt,
    quoted_id: message.quotedId,
    ack: message.ack,
    sentiment: labels.sentiment?.value ?? null,
    category: labels.category?.value ?? null,
    tags: labels.tags.map(({ value }) => value),
    media: media && {
      name: mediaNameOf(message, withMedia) ?? null,
      mime_type: media.mimeType,
      size: media.size,
      state: media.state,
      reason: media.reason,
    },
    reactions: message.reactions.map(({ emoji, senderId, senderName, fromMe, at }) => ({
      ...{ emoji, sender_id: senderId, sender_name: senderName, from_me: fromMe, at },
    })),
  };
}
