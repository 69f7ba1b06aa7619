import { stringify } from 'csv-stringify/sync';

import { mediaNameOf } from './media-name.js';
import type { ExportMessage, RenderOptions, Transcript } from './transcript.js';
import { WallClock } from './wall-clock.js';

const COLUMNS = [
  ...['chat_id', 'chat_external_id', 'chat_name', 'id', 'external_id', 'sent_at', 'local_time'],
  ...['author', 'sender_id', 'sender_name', 'sender_phone', 'kind', 'text', 'quoted_id'],
  ...['edited_at', 'deleted_at', 'media_name', 'media_type', 'media_bytes', 'reactions'],
  ...['sentiment', 'category', 'tags'],
] as const;

type Row = Record<(typeof COLUMNS)[number], string | number | null>;

/** One chat as RFC 4180 has it. A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
export async function* renderCsv(transcript: Transcript, options: RenderOptions): AsyncGenerator<string> {
  const clock = new WallClock(options.zone);
  const settings = { columns: [...COLUMNS], escape_formulas: true, record_delimiter: 'windows', quoted_match: /\r/ };
  yield (options.bom ? '\ufeff' : '') + stringify([], { ...settings, header: true });
  for await (const page of transcript.read()) {
    yield stringify(
      page.map((message) => rowOf(transcript, message, { ...options, clock })),
      settings,
    );
  }
}

function rowOf({ chat }: Transcript, message: ExportMessage, options: RenderOptions & { clock: WallClock }): Row {
  const { media, reactions, labels } = message;
  return {
    chat_id: chat.id,
    chat_external_id: chat.externalId,
    chat_name: chat.name,
    id: message.id,
    external_id: message.externalId,
    sent_at: message.sentAt.toISOString(),
    local_time: options.clock.iso(message.sentAt),
    author: message.author,
    sender_id: message.senderId,
    sender_name: message.senderName,
    // A plus would make it a formula.
    sender_phone: message.senderPhone?.slice(1) ?? null,
    kind: message.kind,
    text: message.text,
    quoted_id: message.quotedId,
    edited_at: message.editedAt?.toISOString() ?? null,
    deleted_at: message.revokedAt?.toISOString() ?? null,
    media_name: mediaNameOf(message, options.withMedia) ?? null,
    media_type: media?.mimeType ?? null,
    media_bytes: media?.size ?? null,
    reactions: reactions
      .map((one) => `${one.emoji} ${one.fromMe ? options.me : (one.senderName ?? '')}`.trim())
      .join('; '),
    sentiment: labels.sentiment?.value ?? null,
    category: labels.category?.value ?? null,
    tags: labels.tags.map(({ value }) => value).join('; '),
  };
}
