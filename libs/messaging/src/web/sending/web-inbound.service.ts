import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Clock, failpoint } from '#kernel';
import type { Viewer } from '#security';
import type { IncomingMessage } from '#whatsapp';

import { InboundWriter, type Written } from '../../inbound/inbound-writer.service.js';
import { ConversationRows, type ConversationRow } from '../conversations/conversation-rows.service.js';
import { PersonEvents } from '../events/person-events.service.js';
import { WEB_ACCOUNT_ID } from '../web-account.js';
import { SendingRate } from './sending-rate.service.js';
import { clientIdOf, webMessageId } from './web-message-id.js';

/** What became of a message that somebody sent on the web. */
export interface WebArrival {
  readonly id: string;
  /** The person whose stream grew. */
  readonly contactId: string;
  readonly createdAt: Date;
  readonly externalId: string;
  /** False when it was there already. */
  readonly stored: boolean;
  readonly due: Written['due'];
}

/**
 * Stores what a person writes on the web: one transaction holds the message, what it means for its chat, and the news of it. The chat is locked
 * first and the person's stream after it; the same message twice at once is stored by the first and found by the second.
 */
@Injectable()
export class WebInbound {
  constructor(
    private readonly conversations: ConversationRows,
    private readonly writer: InboundWriter,
    private readonly rate: SendingRate,
    private readonly events: PersonEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `conversation.not-found`, `conversation.not-web`, `message.rate-limited` */
  async store(
    manager: EntityManager,
    viewer: Viewer,
    id: string,
    { text, clientId }: { readonly text: string; readonly clientId?: string },
  ): Promise<WebArrival> {
    const row = await this.conversations.lockOnWeb(manager, viewer, id);
    const externalId = webMessageId(clientId);
    const known = clientId === undefined ? undefined : await storedAs(manager, id, externalId);
    const arrival = { contactId: row.contactId, externalId };
    if (known) return { ...arrival, id: known.id, createdAt: known.sent_at, stored: false, due: [] };
    // The operator tries out; only people are held to their pace.
    if (viewer.kind === 'person') await this.rate.take(manager, row.contactId);
    const message = messageOf(row, externalId, text, this.clock.now());
    const parties = { chatId: row.id, chatSubjectId: row.subjectId, senderId: row.contactId };
    const { recorded, due } = await this.writer.writeIn(manager, { accountId: WEB_ACCOUNT_ID, message }, parties);
    const stored = recorded[0];
    if (!stored?.stored) throw new Error('a message that was not there could not be stored');
    if (row.status === 'archived') await manager.query(REVIVE_SQL, [id]);
    await this.tell(manager, row, stored.id, externalId, message.sentAt);
    failpoint('web.stored');
    return { ...arrival, id: stored.id, createdAt: message.sentAt, stored: true, due };
  }

  private async tell(
    manager: EntityManager,
    { id, contactId, status }: ConversationRow,
    messageId: string,
    externalId: string,
    at: Date,
  ): Promise<void> {
    const about = { contactId, chatId: id, messageId };
    await this.events.append(manager, { ...about, event: 'message:received' });
    const clientId = clientIdOf(externalId) ?? null;
    const delivered = { conversationId: id, messageId, clientId, deliveredAt: at };
    await this.events.append(manager, { ...about, event: 'message:delivered', payload: delivered });
    if (status === 'archived') {
      const payload = { conversationId: id };
      await this.events.append(manager, { contactId, chatId: id, event: 'conversation:updated', payload });
    }
  }
}

async function storedAs(
  manager: EntityManager,
  chatId: string,
  externalId: string,
): Promise<{ readonly id: string; readonly sent_at: Date } | undefined> {
  const rows: { id: string; sent_at: Date }[] = await manager.query(
    `SELECT id, sent_at FROM messages WHERE chat_id = $1 AND external_id = $2 AND participant = ''`,
    [chatId, externalId],
  );
  return rows[0];
}

function messageOf(
  { externalId: chatExternalId, contactId }: ConversationRow,
  id: string,
  text: string,
  sentAt: Date,
): IncomingMessage {
  return {
    ...{ id, text, sentAt, fromMe: false, kind: 'text', live: true, mentions: [], mentionsMe: false },
    chat: { id: chatExternalId, kind: 'direct' },
    sender: { id: `${contactId}@web` },
  };
}

const REVIVE_SQL = `UPDATE conversations SET status = 'active', updated_at = now() WHERE chat_id = $1`;
