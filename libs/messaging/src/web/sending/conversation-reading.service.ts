import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { Page } from '#kernel';
import { BlindIndex, Cursors, type Viewer } from '#security';

import { MessagePages, type MessagePage } from '../../messages/message-pages.service.js';
import { viewerId } from '../conversations/conversation-rows.service.js';
import { visibleSql } from '../conversations/conversations.sql.js';
import type { ConversationMessage } from './conversation-message.js';
import { ShownMessages } from './shown-messages.service.js';

export interface ConversationPageWish {
  readonly limit: number;
  readonly cursor?: string;
  /** How many of the latest to pass over; without a cursor only. */
  readonly offset?: number;
}

/** So many are passed over at a time. */
const STRIDE = 200;

/** Reads the messages of conversations that the caller has made sure may be seen. */
@Injectable()
export class ConversationReading {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pages: MessagePages,
    private readonly shown: ShownMessages,
    private readonly index: BlindIndex,
    private readonly cursors: Cursors,
  ) {}

  /** The latest first. @throws AppError `cursor.invalid` */
  async list(chatId: string, { limit, cursor, offset = 0 }: ConversationPageWish): Promise<Page<ConversationMessage>> {
    const read = (wish: { limit: number; cursor?: string }): Promise<MessagePage> => this.pages.ofChat(chatId, wish);
    let from = cursor;
    for (let left = cursor === undefined ? offset : 0; left > 0; left -= STRIDE) {
      const passed = await read({ limit: Math.min(left, STRIDE), cursor: from });
      if (passed.nextCursor === null) return { items: [], nextCursor: null };
      from = passed.nextCursor;
    }
    return this.filled(limit, from, read);
  }

  /** Those of one conversation that hold all words of `words`, the latest first. @throws AppError `cursor.invalid` */
  async search(
    words: string,
    chatId: string,
    { limit, cursor }: ConversationPageWish,
  ): Promise<Page<ConversationMessage>> {
    return this.filled(limit, cursor, (wish) => this.pages.search(words, chatId, wish));
  }

  /** As `search`, of all conversations of the viewer; not of what was put into an archive. @throws AppError `cursor.invalid` */
  async searchAll(
    viewer: Viewer,
    words: string,
    { limit, cursor }: ConversationPageWish,
  ): Promise<Page<ConversationMessage>> {
    const query = this.index.query(words);
    if (query === null) return { items: [], nextCursor: null };
    const list = `conversation-search:${query}`;
    const [at, id] = cursor === undefined ? [null, null] : this.cursors.read(list, cursor, 2);
    const rows = await this.dataSource.query<{ id: string; sent_at: Date }[]>(SEARCH_SQL, [
      viewerId(viewer),
      query,
      at,
      id,
      limit + 1,
    ]);
    const found = rows.slice(0, limit);
    const last = found.at(-1);
    return {
      items: await this.shown.byIds(
        viewer,
        found.map((row) => row.id),
      ),
      nextCursor: rows.length > limit && last ? this.cursors.sign(list, [last.sent_at.toISOString(), last.id]) : null,
    };
  }

  /** As `ShownMessages.byIds`. */
  byIds(viewer: Viewer, ids: readonly string[]): Promise<ConversationMessage[]> {
    return this.shown.byIds(viewer, ids);
  }

  /** What was deleted takes no place on a page. */
  private async filled(
    limit: number,
    from: string | undefined,
    read: (wish: { limit: number; cursor?: string }) => Promise<MessagePage>,
  ): Promise<Page<ConversationMessage>> {
    const items: ConversationMessage[] = [];
    let cursor = from;
    for (;;) {
      const page = await read({ limit: limit - items.length, cursor });
      items.push(...(await this.shown.show(page.items)));
      if (page.nextCursor === null || items.length >= limit) return { items, nextCursor: page.nextCursor };
      cursor = page.nextCursor;
    }
  }
}

const SEARCH_SQL = `
SELECT messages.id, sent_at FROM messages
JOIN chats ON chats.id = messages.chat_id
LEFT JOIN conversations ON conversations.chat_id = chats.id
WHERE search @@ $2::tsquery AND revoked_at IS NULL AND ${visibleSql('$1')}
  AND ($3::timestamptz IS NULL OR (sent_at, messages.id) < ($3, $4::uuid))
ORDER BY sent_at DESC, messages.id DESC LIMIT $5`;
