import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { RevocationFollowers } from '#messaging';

import { ForgettingFollowers } from './forgetting-followers.service.js';
import { ForgottenRows } from './forgetting/forgotten-rows.service.js';
import type { MemoryOwner } from './memory-scope.js';

/**
 * What was told in nothing but messages that are deleted for everyone is forgotten with them, and so is what was made of their words. How two
 * stand with each other stays. Whoever deletes holds the lock of the chat.
 */
@Injectable()
export class TakenBack implements OnModuleInit {
  constructor(
    private readonly revocations: RevocationFollowers,
    private readonly followers: ForgettingFollowers,
    private readonly forgotten: ForgottenRows,
  ) {}

  onModuleInit(): void {
    this.revocations.attach({
      message: (manager, messageId) => this.message(manager, messageId),
      chat: (manager, chatId) => this.chat(manager, chatId),
    });
  }

  private async message(manager: EntityManager, messageId: string): Promise<void> {
    const [said] = await manager.query<{ chatId: string }[]>(CHAT_OF_SQL, [messageId]);
    if (!said) return;
    await this.lock(manager, said.chatId);
    await this.forget(manager, await manager.query<Told[]>(ONLY_TOLD_IN_MESSAGE_SQL, [messageId]));
    await this.followers.unsaid(manager, { ...said, messageId });
  }

  private async chat(manager: EntityManager, chatId: string): Promise<void> {
    await this.lock(manager, chatId);
    await this.forget(manager, await manager.query<Told[]>(ONLY_TOLD_IN_CHAT_SQL, [chatId]));
    // What was told elsewhere, too, is known from there alone.
    await manager.query('DELETE FROM memory_sources WHERE chat_id = $1', [chatId]);
    await this.followers.unsaid(manager, { chatId });
  }

  /** What an answer has at hand of a direct chat is as old as the count of its owner's changes: it goes on. */
  private async lock(manager: EntityManager, chatId: string): Promise<void> {
    const owners = await manager.query<MemoryOwner[]>(OWNERS_SQL, [chatId]);
    for (const owner of owners) await this.forgotten.lock(manager, owner);
  }

  private async forget(manager: EntityManager, told: readonly Told[]): Promise<void> {
    for (const { ids, ...owner } of told) await this.forgotten.remove(manager, owner, ids);
  }
}

interface Told extends MemoryOwner {
  readonly ids: string[];
}

const CHAT_OF_SQL = `SELECT chat_id AS "chatId" FROM messages WHERE id = $1`;

const OWNERS_SQL = `
SELECT contact_id AS "contactId", character_id AS "characterId" FROM memory_revisions
WHERE contact_id = (SELECT contact_id FROM chats WHERE id = $1 AND kind = 'direct') ORDER BY character_id`;

/** In one order, so that nobody waits in a ring. Of a message that is in an archive nobody knows whether it was taken back: it counts as told. */
function onlyToldWhere(there: string, elsewhere: string): string {
  return `
SELECT contact_id AS "contactId", character_id AS "characterId", array_agg(id) AS ids
FROM memories
WHERE id IN (SELECT memory_id FROM memory_sources WHERE ${there}) AND NOT EXISTS (
  SELECT 1 FROM memory_sources AS other LEFT JOIN messages ON messages.id = other.message_id
  WHERE other.memory_id = memories.id AND ${elsewhere} AND messages.revoked_at IS NULL)
GROUP BY contact_id, character_id ORDER BY contact_id, character_id`;
}

const ONLY_TOLD_IN_MESSAGE_SQL = onlyToldWhere('message_id = $1', 'other.message_id <> $1');
const ONLY_TOLD_IN_CHAT_SQL = onlyToldWhere('chat_id = $1', 'other.chat_id <> $1');
