import { isDeepStrictEqual } from 'node:util';

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';

import { conversationDeleted } from '../web/conversations/conversation.errors.js';
import type { OperatorContent } from './operator-contents.service.js';
import { OutboxBell } from './outbox-bell.service.js';
import { OutboxContents, type ContentRow } from './outbox-contents.service.js';
import { OutboxWriter } from './outbox-writer.service.js';
import type { OutboxState } from './outbox.entity.js';
import { idempotencyConflict } from './outbox.errors.js';

export interface AcceptedMessage {
  readonly id: string;
  readonly messageId: string;
  readonly state: OutboxState;
}

/** Messages that the operator writes by hand. The same idempotency key with the same content is the same message. */
@Injectable()
export class OperatorMessages {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: OutboxWriter,
    private readonly contents: OutboxContents,
    private readonly bell: OutboxBell,
  ) {}

  /** Throws `outbox.idempotency-conflict` when the key stands for another text or chat. */
  send(chatId: string, text: string, idempotencyKey: string): Promise<AcceptedMessage> {
    return this.sendContent(chatId, { content: { kind: 'text', text } }, idempotencyKey);
  }

  /** As `send`, for anything. Answers with the first part of what had to be split. Throws `conversation.deleted`, too. */
  async sendContent(chatId: string, asked: OperatorContent, idempotencyKey: string): Promise<AcceptedMessage> {
    const accepted = await this.transactions.run(async (manager) => {
      const deleted: unknown[] = await manager.query(DELETED_SQL, [chatId]);
      if (deleted.length > 0) throw conversationDeleted();
      const put = await this.outbox.putContent(manager, {
        chatId,
        ...asked,
        origin: 'operator',
        draft: false,
        idempotencyKey,
      });
      const rows: Row[] = await manager.query('SELECT * FROM outbox WHERE idempotency_key = $1 ORDER BY part', [
        idempotencyKey,
      ]);
      const [first] = rows;
      const isNew = put.ids.length > 0;
      if (!first || !(isNew || (await this.isSame(manager, rows, chatId, asked)))) throw idempotencyConflict();
      return { id: first.id, messageId: first.message_id, state: first.state, accountId: put.accountId };
    });
    this.bell.ring(accepted.accountId);
    return accepted;
  }

  private async isSame(
    manager: EntityManager,
    rows: readonly Row[],
    chatId: string,
    { content, quotedId }: OperatorContent,
  ): Promise<boolean> {
    const parts = this.outbox.partsOf(content);
    if (rows.length !== parts.length || rows[0]?.quoted_id !== (quotedId ?? null)) return false;
    for (const [part, row] of rows.entries()) {
      const stored = await this.contents.open(manager, row, await this.contents.textOf(row));
      if (row.chat_id !== chatId || !isDeepStrictEqual(stored, parts[part])) return false;
    }
    return true;
  }
}

interface Row extends ContentRow {
  readonly chat_id: string;
  readonly message_id: string;
  readonly state: OutboxState;
  readonly quoted_id: string | null;
}

/** One that is deleted right after this is caught by the last gate. */
const DELETED_SQL = `SELECT 1 FROM conversations WHERE chat_id = $1 AND status = 'deleted'`;
