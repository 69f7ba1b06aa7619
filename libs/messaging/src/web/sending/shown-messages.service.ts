import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { FieldCipher, type Viewer } from '#security';

import { openBodies, type SealedBody } from '../../messages/open-bodies.js';
import { MessageTraits } from '../../traits/message-traits.service.js';
import { viewerId } from '../conversations/conversation-rows.service.js';
import { visibleSql } from '../conversations/conversations.sql.js';
import type { ConversationMessage } from './conversation-message.js';
import { toConversationMessage, type ShownMessage } from './to-conversation-message.js';

/** Shows messages of conversations, each with what is known of it. */
@Injectable()
export class ShownMessages {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: FieldCipher,
    private readonly traits: MessageTraits,
  ) {}

  /** In order; those that were deleted are left out. */
  async show(
    messages: readonly (ShownMessage & { readonly revokedAt: Date | null })[],
  ): Promise<ConversationMessage[]> {
    const there = messages.filter(({ revokedAt }) => revokedAt === null);
    const traits = await this.traits.of(there.map(({ id }) => id));
    return there.map((message) => toConversationMessage(message, traits.get(message.id)));
  }

  /** In the order of the ids; those that the viewer may not see, that were deleted or put into an archive are left out. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<ConversationMessage[]> {
    if (ids.length === 0) return [];
    const rows = await this.dataSource.query<Row[]>(BY_IDS_SQL, [viewerId(viewer), ids]);
    const texts = await openBodies(this.cipher, rows);
    return this.show(rows.map((row, index) => ({ ...row, text: texts[index] ?? null })));
  }
}

interface Row extends Omit<ShownMessage, 'text' | 'id'>, SealedBody {
  readonly revokedAt: Date | null;
}

const BY_IDS_SQL = `
SELECT messages.id, messages.chat_id AS "chatId", messages.external_id AS "externalId", author, sender_id AS "senderId",
  messages.subject_id AS "subjectId", messages.kind, body, ack, sent_at AS "sentAt", revoked_at AS "revokedAt"
FROM unnest($2::uuid[]) WITH ORDINALITY AS asked (id, place)
JOIN messages USING (id)
JOIN chats ON chats.id = messages.chat_id
LEFT JOIN conversations ON conversations.chat_id = chats.id
WHERE ${visibleSql('$1')} ORDER BY place`;
