import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import type { Page } from '#kernel';
import { BlindIndex, Cursors, FieldCipher } from '#security';

import { ADDITIONS_SQL, openAdditions, type MessageAdditions, type SealedAdditions } from './message-additions.js';
import type { MessageEntity } from './message.entity.js';
import { openBodies } from './open-bodies.js';

type StoredMessage = Omit<MessageEntity, 'body' | 'search' | 'subjectId' | 'chat' | 'participant' | 'turnId'>;

/** A stored message, opened. `text` is null when there is none, and when its contact was erased. */
export interface MessageView extends StoredMessage, MessageAdditions {
  readonly senderName: string | null;
  readonly text: string | null;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

/** Pages of stored messages, the latest first, by position and not by offset: the last page costs what the first does. */
@Injectable()
export class MessagePages {
  constructor(
    private readonly statements: Statements,
    private readonly cipher: FieldCipher,
    private readonly cursors: Cursors,
    private readonly index: BlindIndex,
  ) {}

  /** The messages of one chat. Throws `cursor.invalid`. */
  async ofChat(chatId: string, { limit, cursor }: PageRequest): Promise<Page<MessageView>> {
    const list = `messages:${chatId}`;
    const rows =
      cursor === undefined
        ? await this.statements.run<Row>(FIRST_PAGE, [chatId, limit + 1])
        : await this.statements.run<Row>(NEXT_PAGE, [chatId, limit + 1, ...this.cursors.read(list, cursor, 2)]);
    return this.page(list, rows, limit);
  }

  /** The messages that hold all words of `words`, in any of their forms; of one chat, or of all. Throws `cursor.invalid`. */
  async search(words: string, chatId: string | null, { limit, cursor }: PageRequest): Promise<Page<MessageView>> {
    const query = this.index.query(words);
    if (query === null) return { items: [], nextCursor: null };
    const list = `search:${chatId ?? '*'}:${query}`;
    const [at, id] = cursor === undefined ? [null, null] : this.cursors.read(list, cursor, 2);
    const rows = await this.statements.run<Row>(SEARCH, [query, chatId, limit + 1, at, id]);
    return this.page(list, rows, limit);
  }

  private async page(list: string, rows: readonly Row[], limit: number): Promise<Page<MessageView>> {
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const more = rows.length > limit && last;
    return {
      items: await this.open(shown),
      nextCursor: more ? this.cursors.sign(list, [last.sentAt.toISOString(), last.id]) : null,
    };
  }

  private async open(rows: readonly Row[]): Promise<MessageView[]> {
    const texts = await openBodies(this.cipher, rows);
    const additions = await openAdditions(this.cipher, rows);
    return rows.map(({ body: _body, subjectId: _subjectId, ...message }, index) => ({
      ...message,
      text: texts[index] ?? null,
      media: additions[index]?.media ?? null,
      reactions: additions[index]?.reactions ?? [],
    }));
  }
}

interface Row extends StoredMessage, SealedAdditions {
  readonly senderName: string | null;
  readonly subjectId: string;
  readonly body: Buffer | null;
}

const SELECT_SQL = `
SELECT messages.id, chat_id AS "chatId", external_id AS "externalId", author, sender_id AS "senderId", contacts.name AS "senderName",
  subject_id AS "subjectId", kind, body, ack, quoted_id AS "quotedId", addressed, route, route_reason AS "routeReason",
  sent_at AS "sentAt", stored_at AS "storedAt", edited_at AS "editedAt", revoked_at AS "revokedAt", ${ADDITIONS_SQL}
FROM messages LEFT JOIN contacts ON contacts.id = sender_id`;

const ORDER_SQL = 'ORDER BY sent_at DESC, messages.id DESC';

const FIRST_PAGE: Statement = {
  name: 'messages.first-page',
  text: `${SELECT_SQL} WHERE chat_id = $1 ${ORDER_SQL} LIMIT $2`,
};

const NEXT_PAGE: Statement = {
  name: 'messages.next-page',
  text: `${SELECT_SQL} WHERE chat_id = $1 AND (sent_at, messages.id) < ($3::timestamptz, $4::uuid) ${ORDER_SQL} LIMIT $2`,
};

const SEARCH: Statement = {
  name: 'messages.search',
  text: `${SELECT_SQL} WHERE search @@ $1::tsquery AND ($2::uuid IS NULL OR chat_id = $2)
    AND ($4::timestamptz IS NULL OR (sent_at, messages.id) < ($4, $5::uuid)) ${ORDER_SQL} LIMIT $3`,
};
