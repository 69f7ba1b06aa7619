import { Injectable } from '@nestjs/common';

import { Transactions } from '#database';
import { Clock, isId } from '#kernel';
import type { Viewer } from '#security';

import { MessageRevisions } from '../../messages/message-revisions.service.js';
import { ConversationRows } from '../conversations/conversation-rows.service.js';
import { PersonEvents } from '../events/person-events.service.js';
import { WEB_ACCOUNT_ID } from '../web-account.js';
import { messageNotFound } from './web-message.errors.js';

/** Deletes single messages of conversations on the web, as one that is deleted on the phone: its text is gone, its place stays. */
@Injectable()
export class MessageRemoval {
  constructor(
    private readonly transactions: Transactions,
    private readonly conversations: ConversationRows,
    private readonly revisions: MessageRevisions,
    private readonly events: PersonEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `message.not-found` also for one of a conversation that the viewer may not see; `conversation.not-web` */
  async remove(viewer: Viewer, messageId: string): Promise<void> {
    if (!isId(messageId)) throw messageNotFound();
    const contactId = await this.transactions.run(async (manager) => {
      const [place]: { chat_id: string; external_id: string }[] = await manager.query(
        'SELECT chat_id, external_id FROM messages WHERE id = $1 AND revoked_at IS NULL',
        [messageId],
      );
      if (!place) throw messageNotFound();
      const row = await this.conversations.lockOnWeb(manager, viewer, place.chat_id).catch(asMissing);
      await this.revisions.applyIn(manager, {
        ...{ accountId: WEB_ACCOUNT_ID, chatId: row.externalId, messageId: place.external_id },
        ...{ text: null, editedAt: null, revokedAt: this.clock.now() },
      });
      await this.events.append(manager, {
        ...{ contactId: row.contactId, chatId: row.id, event: 'message:deleted', messageId },
        payload: { conversationId: row.id, messageId },
      });
      return row.contactId;
    });
    this.events.moved(contactId);
  }
}

function asMissing(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === 'conversation.not-found') throw messageNotFound();
  throw error;
}
