import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ForgettingFollowers, type MemoryOwner } from '#memory';

import { EndedPlans } from './ended-plans.service.js';
import { ErasedPeople } from './erased-people.service.js';

/** What was planned on the ground of something goes with it when it is forgotten or taken back. What people wish stays: it was no memory. */
@Injectable()
export class ForgottenPlans implements OnModuleInit {
  constructor(
    private readonly followers: ForgettingFollowers,
    private readonly plans: EndedPlans,
    private readonly people: ErasedPeople,
  ) {}

  onModuleInit(): void {
    this.followers.attach({
      everything: (manager, owner) => this.everything(manager, owner),
      erased: (manager, contactId) => this.people.erase(manager, contactId),
      sources: (manager, { contactId }) => this.groundless(manager, contactId),
      unsaid: (manager, { chatId }) => this.groundlessOfChat(manager, chatId),
    });
  }

  /** When they use to answer is forgotten, too. */
  private async everything(manager: EntityManager, { characterId, contactId }: MemoryOwner): Promise<void> {
    await manager.query(LOCK_SQL, [contactId]);
    await this.plans.end(manager, 'forgotten', 'contact_id = $2 AND character_id = $3', [contactId, characterId]);
    await manager.query(WITHOUT_MEMORIES_SQL, [contactId, characterId]);
    await manager.query(WITHOUT_HOURS_SQL, [contactId]);
  }

  private async groundless(manager: EntityManager, contactId: string): Promise<void> {
    await manager.query(LOCK_SQL, [contactId]);
    await this.plans.end(manager, 'forgotten', GROUNDLESS_SQL, [contactId]);
    await manager.query(WITHOUT_GONE_SQL, [contactId]);
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

const GROUNDLESS_SQL = `contact_id = $2 AND EXISTS (
  SELECT 1 FROM unnest(memory_ids) AS used (id)
  WHERE NOT EXISTS (SELECT 1 FROM memories WHERE memories.id = used.id AND memories.status = 'active'))`;

const WITHOUT_MEMORIES_SQL = `
UPDATE engagements SET moment = NULL, memory_ids = '{}' WHERE contact_id = $1 AND character_id = $2`;

const USED = 'EXISTS (SELECT 1 FROM memories WHERE memories.id = used.id)';
const OF_MOMENT = `EXISTS (
  SELECT 1 FROM memories WHERE memories.contact_id = engagements.contact_id AND memories.id::text = left(moment, 36))`;

/** What was sent, and what has ended, names nothing that is gone. A moment begins with the id of its memory. */
const WITHOUT_GONE_SQL = `
UPDATE engagements SET
  memory_ids = ARRAY(SELECT id FROM unnest(memory_ids) WITH ORDINALITY AS used (id, place) WHERE ${USED} ORDER BY place),
  moment = CASE WHEN ${OF_MOMENT} THEN moment END
WHERE contact_id = $1 AND (
  EXISTS (SELECT 1 FROM unnest(memory_ids) AS used (id) WHERE NOT ${USED}) OR moment IS NOT NULL AND NOT ${OF_MOMENT})`;

const WITHOUT_HOURS_SQL = `
UPDATE engagement_people SET hours = NULL WHERE contact_id = $1`;
