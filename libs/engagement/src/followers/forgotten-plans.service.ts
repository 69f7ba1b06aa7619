import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ForgettingFollowers, type MemoryOwner } from '#memory';

/** What was planned on the ground of something goes with it when it is forgotten or taken back. What people wish stays: it was no memory. */
@Injectable()
export class ForgottenPlans implements OnModuleInit {
  constructor(private readonly followers: ForgettingFollowers) {}

  onModuleInit(): void {
    this.followers.attach({
      everything: (manager, owner) => this.everything(manager, owner),
      sources: (manager, { contactId }) => this.groundless(manager, contactId),
      unsaid: (manager, { chatId }) => this.groundlessOfChat(manager, chatId),
    });
  }

  /** When they use to answer is forgotten, too. */
  private async everything(manager: EntityManager, { characterId, contactId }: MemoryOwner): Promise<void> {
    await manager.query(LOCK_SQL, [contactId]);
    await manager.query(END_OF_CHARACTER_SQL, [contactId, characterId]);
    await manager.query(WITHOUT_MEMORIES_SQL, [contactId, characterId]);
    await manager.query(WITHOUT_HOURS_SQL, [contactId]);
  }

  private async groundless(manager: EntityManager, contactId: string): Promise<void> {
    await manager.query(LOCK_SQL, [contactId]);
    await manager.query(END_GROUNDLESS_SQL, [contactId]);
  }

  private async groundlessOfChat(manager: EntityManager, chatId: string): Promise<void> {
    const [chat] = await manager.query<{ contact_id: string | null }[]>('SELECT contact_id FROM chats WHERE id = $1', [
      chatId,
    ]);
    if (chat?.contact_id) await this.groundless(manager, chat.contact_id);
  }
}

/** People come before what is planned for them. */
const LOCK_SQL = 'SELECT 1 FROM engagement_people WHERE contact_id = $1 FOR UPDATE';

const END = `
UPDATE engagements SET status = 'skipped', reason = 'forgotten', body = NULL, pending_slot = NULL, queue_slot = NULL
WHERE contact_id = $1 AND status IN ('planned', 'approved') AND handed_at IS NULL`;

const END_OF_CHARACTER_SQL = `${END} AND character_id = $2`;

const END_GROUNDLESS_SQL = `${END} AND EXISTS (
  SELECT 1 FROM unnest(memory_ids) AS used (id)
  WHERE NOT EXISTS (SELECT 1 FROM memories WHERE memories.id = used.id AND memories.status = 'active'))`;

const WITHOUT_MEMORIES_SQL = `
UPDATE engagements SET moment = NULL, memory_ids = '{}' WHERE contact_id = $1 AND character_id = $2 AND handed_at IS NOT NULL`;

const WITHOUT_HOURS_SQL = `
UPDATE engagement_people SET hours = NULL WHERE contact_id = $1`;
