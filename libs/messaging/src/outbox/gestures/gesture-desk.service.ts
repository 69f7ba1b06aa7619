import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock, newId } from '#kernel';
import { WhatsAppConnector } from '#whatsapp';

import type { ChatView } from '../../chats/chat-reader.service.js';
import { WEB_ACCOUNT_ID } from '../../web/web-account.js';
import { OutboxBell } from '../outbox-bell.service.js';
import { notOnWeb, notPossible } from '../outbox.errors.js';
import { QuotableMessages } from '../quotable-messages.service.js';
import type { GestureKind } from './gesture.entity.js';

/** So many of the latest messages are marked as read at once: WhatsApp marks the chat up to the last of them anyway. */
const MARKED = 50;

/** Takes the operator's reactions and read marks; the connector does them, whichever process it is in. */
@Injectable()
export class GestureDesk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly connector: WhatsAppConnector,
    private readonly messages: QuotableMessages,
    private readonly bell: OutboxBell,
    private readonly clock: Clock,
  ) {}

  /** '' takes the reaction back. Throws `message.not-found` and `outbox.not-possible`. */
  async react(chat: ChatView, messageId: string, emoji: string): Promise<void> {
    if (chat.accountId === WEB_ACCOUNT_ID) throw notOnWeb('reactions');
    if (!this.connector.capabilities.reactions) throw notPossible('reactions');
    await this.write(chat, 'reaction', [await this.messages.externalIdOf(chat.id, messageId)], emoji);
  }

  /** Marks what came in as read. Throws `outbox.not-possible`. */
  async markRead(chat: ChatView): Promise<void> {
    if (chat.accountId === WEB_ACCOUNT_ID) throw notOnWeb('read marks of the operator');
    if (!this.connector.capabilities.readMarks) throw notPossible('read marks');
    const rows = await this.dataSource.query<{ external_id: string }[]>(
      `SELECT external_id FROM messages WHERE chat_id = $1 AND author = 'contact' ORDER BY sent_at DESC, id DESC LIMIT $2`,
      [chat.id, MARKED],
    );
    const ids = rows.map((row) => row.external_id);
    if (ids.length > 0) await this.write(chat, 'read', ids, '');
  }

  private async write(chat: ChatView, kind: GestureKind, ids: readonly string[], emoji: string): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO chat_gestures (id, account_id, chat_id, kind, message_ids, emoji, not_before) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), chat.accountId, chat.id, kind, ids, emoji, this.clock.now()],
    );
    this.bell.ring(chat.accountId);
  }
}
