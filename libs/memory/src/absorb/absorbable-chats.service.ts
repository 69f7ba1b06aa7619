import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import { Clock } from '#kernel';

import type { AbsorbableChat } from './absorbable-chat.js';

/** A chat, and who should take it in. */
export interface NeglectedChat {
  readonly characterId: string;
  readonly chatId: string;
}

/** The chats that are taken in: those with one person, and groups. */
@Injectable()
export class AbsorbableChats {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Undefined when it is gone, or of another kind. */
  async find(chatId: string): Promise<AbsorbableChat | undefined> {
    const [chat] = await this.statements.run<AbsorbableChat>(CHAT, [chatId]);
    return chat;
  }

  /**
   * Those in which something waits that nobody has looked at, or that is to be looked at again by now: for each character that has begun to
   * take a chat in, and for `otherwise` where none has.
   */
  neglected(otherwise: string, steps: readonly string[], limit: number): Promise<NeglectedChat[]> {
    return this.statements.run<NeglectedChat>(NEGLECTED, [otherwise, steps, this.clock.now(), limit]);
  }
}

const CHAT: Statement = {
  name: 'memory.chat',
  text: `
SELECT id, account_id AS "accountId", kind, contact_id AS "contactId", subject_id AS "subjectId", opted_out_at IS NOT NULL AS "optedOut",
  message_count AS "messageCount", archived_at AS "archivedAt"
FROM chats WHERE id = $1 AND kind IN ('direct', 'group')`,
};

/** The count of a chat's messages grows with late ones too, whenever they were sent. */
const NEGLECTED: Statement = {
  name: 'memory.neglected',
  text: `
WITH takers AS (
  SELECT DISTINCT character_id, chat_id FROM memory_absorptions
  UNION ALL
  SELECT $1::uuid, id FROM chats WHERE NOT EXISTS (SELECT 1 FROM memory_absorptions WHERE chat_id = chats.id)
)
SELECT character_id AS "characterId", chats.id AS "chatId" FROM takers JOIN chats ON chats.id = takers.chat_id
WHERE kind IN ('direct', 'group') AND last_message_at IS NOT NULL AND EXISTS (
  SELECT 1 FROM unnest($2::text[]) AS wanted (step)
  LEFT JOIN memory_absorptions AS place
    ON place.character_id = takers.character_id AND place.chat_id = chats.id AND place.step = wanted.step
  WHERE place.chat_id IS NULL OR place.next_try_at <= $3::timestamptz OR (place.next_try_at IS NULL AND (
    place.seen_messages IS DISTINCT FROM chats.message_count OR place.seen_at < chats.archived_at)))
ORDER BY last_message_at DESC LIMIT $4`,
};
