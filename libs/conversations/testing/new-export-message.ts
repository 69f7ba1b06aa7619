import { newId } from '#kernel';
import { NO_LABELS } from '#messaging';

import type { ExportedChat, ExportMessage, RenderOptions, Transcript } from '../src/exports/transcript.js';

/** A text message of the contact Ana, unless said otherwise. */
export function newExportMessage(facts: Partial<ExportMessage> = {}): ExportMessage {
  const id = facts.id ?? newId();
  const isContact = (facts.author ?? 'contact') === 'contact';
  return {
    id,
    chatId: 'c0ffee00-0000-7000-8000-000000000001',
    externalId: `EXT-${id}`,
    author: 'contact',
    senderId: isContact ? 'c0ffee00-0000-7000-8000-00000000000a' : null,
    senderName: isContact ? 'Ana' : null,
    senderPhone: isContact ? '+34600000001' : null,
    kind: 'text',
    text: 'hi',
    ack: null,
    quotedId: null,
    addressed: false,
    route: null,
    routeReason: null,
    sentAt: new Date('2024-12-31T23:59:58Z'),
    storedAt: new Date('2024-12-31T23:59:59Z'),
    editedAt: null,
    revokedAt: null,
    readAt: null,
    processedAt: null,
    media: null,
    reactions: [],
    labels: NO_LABELS,
    ...facts,
  };
}

export const ANA: ExportedChat = {
  id: 'c0ffee00-0000-7000-8000-000000000001',
  externalId: '34600000001@c.us',
  kind: 'direct',
  name: 'Ana',
};

export function newTranscript(messages: readonly ExportMessage[], chat: Partial<ExportedChat> = {}): Transcript {
  return {
    chat: { ...ANA, ...chat },
    async *read() {
      for (let at = 0; at < messages.length; at += 3) yield await Promise.resolve(messages.slice(at, at + 3));
    },
  };
}

export function newRenderOptions(options: Partial<RenderOptions> = {}): RenderOptions {
  return {
    zone: 'UTC',
    me: 'Me',
    withMedia: false,
    bom: false,
    exportedAt: new Date('2026-01-05T12:00:00Z'),
    from: null,
    to: null,
    ...options,
  };
}

/** All that a renderer writes. */
export async function rendered(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
