import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { MessageTraitsEntity } from './message-traits.entity.js';

export type MessageTraitsRow = Omit<MessageTraitsEntity, 'chat' | 'chatId'>;

/** What is known of messages beside their text. */
@Injectable()
export class MessageTraits {
  constructor(private readonly dataSource: DataSource) {}

  /** By message id; those of which nothing is known are not in it. */
  async of(messageIds: readonly string[]): Promise<ReadonlyMap<string, MessageTraitsRow>> {
    if (messageIds.length === 0) return new Map();
    const rows = await this.dataSource.query<MessageTraitsRow[]>(READ_SQL, [messageIds]);
    return new Map(rows.map((row) => [row.messageId, row]));
  }

  /** How messages of a chat sound; what is left out stays. Messages that are not of the chat are passed over. */
  async note(
    chatId: string,
    messageIds: readonly string[],
    { mood, nsfwLevel }: { readonly mood?: string | null; readonly nsfwLevel?: number | null },
  ): Promise<void> {
    if (messageIds.length === 0) return;
    await this.dataSource.query(NOTE_SQL, [
      chatId,
      messageIds,
      mood ?? null,
      nsfwLevel === undefined || nsfwLevel === null ? null : Math.round(nsfwLevel),
    ]);
  }
}

const READ_SQL = `
SELECT message_id AS "messageId", character_id AS "characterId", tokens, generation_ms AS "generationMs", model, mood, nsfw_level AS "nsfwLevel",
  response_id AS "responseId", part, parts, read_at AS "readAt"
FROM message_traits WHERE message_id = ANY($1::uuid[])`;

const NOTE_SQL = `
INSERT INTO message_traits (message_id, chat_id, mood, nsfw_level)
SELECT id, chat_id, $3, $4::smallint FROM messages WHERE chat_id = $1 AND id = ANY($2::uuid[]) ORDER BY id
ON CONFLICT (message_id) DO UPDATE SET mood = coalesce($3, message_traits.mood), nsfw_level = coalesce($4::smallint, message_traits.nsfw_level)`;
