import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock } from '#kernel';
import type { Viewer } from '#security';

import { ConversationRows } from '../conversations/conversation-rows.service.js';
import { PersonEvents } from '../events/person-events.service.js';
import { messageNotFound } from './web-message.errors.js';

/** More in one event, of somebody who never read before, and their sockets would be cut for what waits, each time they come back for it. */
const TOLD_AT_ONCE = 200;

/** Notes who has read what on the web, and tells it. */
@Injectable()
export class ReadReceipts {
  constructor(
    private readonly transactions: Transactions,
    private readonly conversations: ConversationRows,
    private readonly events: PersonEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * The person has read what the character wrote, up to that message and with it; without one all of it.
   * @throws AppError `conversation.not-found`, `conversation.not-web`, `message.not-found`
   */
  async byPerson(viewer: Viewer, id: string, upTo?: string): Promise<{ readonly read: number; readonly readAt: Date }> {
    const readAt = this.clock.now();
    const { contactId, messageIds } = await this.transactions.run(async (manager) => {
      const row = await this.conversations.lockOnWeb(manager, viewer, id);
      const until = upTo === undefined ? null : await placeOf(manager, id, upTo);
      const rows: { id: string }[] = await manager.query(READ_BY_PERSON_SQL, [
        id,
        readAt,
        until?.sent_at ?? null,
        until?.id ?? null,
      ]);
      const read = rows.map((one) => one.id);
      await this.tell(manager, { contactId: row.contactId, chatId: id }, read, readAt, 'user');
      return { contactId: row.contactId, messageIds: read };
    });
    if (messageIds.length > 0) this.events.moved(contactId);
    return { read: messageIds.length, readAt };
  }

  /** The character has taken up what the person wrote. Of a chat that is not on the web nothing is noted. */
  async byCharacter(chatId: string, turnId: string): Promise<void> {
    const readAt = this.clock.now();
    const told = await this.transactions.run(async (manager) => {
      const [chat]: { contact_id: string }[] = await manager.query(
        `SELECT contact_id FROM chats WHERE id = $1 AND channel = 'web' FOR UPDATE`,
        [chatId],
      );
      if (!chat) return null;
      const rows: { id: string }[] = await manager.query(READ_BY_CHARACTER_SQL, [chatId, readAt, turnId]);
      const read = rows.map(({ id }) => id);
      await this.tell(manager, { contactId: chat.contact_id, chatId }, read, readAt, 'character');
      return read.length > 0 ? chat.contact_id : null;
    });
    if (told !== null) this.events.moved(told);
  }

  private async tell(
    manager: EntityManager,
    { contactId, chatId }: { readonly contactId: string; readonly chatId: string },
    messageIds: readonly string[],
    readAt: Date,
    reader: 'user' | 'character',
  ): Promise<void> {
    const events = [];
    for (let from = 0; from < messageIds.length; from += TOLD_AT_ONCE) {
      const payload = {
        conversationId: chatId,
        messageIds: messageIds.slice(from, from + TOLD_AT_ONCE),
        readAt,
        reader,
      };
      events.push({ contactId, chatId, event: 'message:read' as const, payload });
    }
    await this.events.appendAll(manager, events);
  }
}

async function placeOf(manager: EntityManager, chatId: string, id: string): Promise<{ id: string; sent_at: Date }> {
  const rows: { id: string; sent_at: Date }[] = await manager.query(
    'SELECT id, sent_at FROM messages WHERE chat_id = $1 AND id = $2',
    [chatId, id],
  );
  const [row] = rows;
  if (!row) throw messageNotFound();
  return row;
}

const READ_BY_PERSON_SQL = `
WITH read AS (
  UPDATE messages SET ack = 3 WHERE chat_id = $1 AND author <> 'contact' AND ack BETWEEN 0 AND 2
    AND ($3::timestamptz IS NULL OR (sent_at, id) <= ($3, $4::uuid))
  RETURNING id, chat_id
)
INSERT INTO message_traits (message_id, chat_id, read_at) SELECT id, chat_id, $2 FROM read
ON CONFLICT (message_id) DO UPDATE SET read_at = coalesce(message_traits.read_at, excluded.read_at) RETURNING message_id AS id`;

const READ_BY_CHARACTER_SQL = `
INSERT INTO message_traits (message_id, chat_id, read_at)
SELECT id, chat_id, $2 FROM messages WHERE turn_id = $3 AND chat_id = $1 AND author = 'contact' ORDER BY sent_at, id
ON CONFLICT (message_id) DO UPDATE SET read_at = excluded.read_at WHERE message_traits.read_at IS NULL RETURNING message_id AS id`;
