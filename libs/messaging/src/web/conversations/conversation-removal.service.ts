import { Injectable } from '@nestjs/common';

import { Transactions } from '#database';
import { Clock } from '#kernel';
import type { Viewer } from '#security';

import { RevocationFollowers } from '../../messages/revocation-followers.service.js';
import { PersonEvents } from '../events/person-events.service.js';
import { ConversationRows } from './conversation-rows.service.js';

/** All rows of a chat that hold what was said in it, or what was made of it. */
const SAID = [
  'messages',
  'message_traits',
  'message_labels',
  'chat_labels',
  'turns',
  'outbox',
  'archives',
  'person_events',
] as const;

/** Deletes conversations for good. The chat's row stays, empty, for what others keep under its id. */
@Injectable()
export class ConversationRemoval {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: ConversationRows,
    private readonly followers: RevocationFollowers,
    private readonly events: PersonEvents,
    private readonly clock: Clock,
  ) {}

  async remove(viewer: Viewer, id: string): Promise<void> {
    const contactId = await this.transactions.run(async (manager) => {
      const row = await this.rows.lockOnWeb(manager, viewer, id);
      for (const table of SAID) await manager.query(`DELETE FROM ${table} WHERE chat_id = $1`, [id]);
      await manager.query(EMPTY_CHAT_SQL, [id]);
      await manager.query(EMPTY_CONVERSATION_SQL, [id, this.clock.now()]);
      await this.followers.chat(manager, id);
      await this.events.append(manager, {
        ...{ contactId: row.contactId, chatId: id, event: 'conversation:updated' },
        payload: { conversationId: id, status: 'deleted' },
      });
      return row.contactId;
    });
    this.events.moved(contactId);
  }
}

const EMPTY_CHAT_SQL = `
UPDATE chats SET message_count = 0, first_message_at = NULL, last_message_at = NULL, title = NULL, unrouted_since = NULL, turn_due_at = NULL,
  taken_over_until = NULL, archived_at = NULL, restored_at = NULL, reply_mode = NULL, allowed = false
WHERE id = $1`;

const EMPTY_CONVERSATION_SQL = `
UPDATE conversations SET status = 'deleted', title_source = NULL, said = NULL, mood = NULL, intent = NULL, nsfw_level = 0, nsfw_at = NULL,
  updated_at = $2
WHERE chat_id = $1`;
