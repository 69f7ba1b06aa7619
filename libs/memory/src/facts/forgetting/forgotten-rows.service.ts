import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { KnowledgeCache } from '../knowledge-cache.service.js';
import { ForgettingFollowers } from '../forgetting-followers.service.js';
import type { MemorySource } from '../memory-fact.js';
import { MemoryRevision } from '../memory-revision.service.js';
import type { MemoryOwner } from '../memory-scope.js';
import type { Forgotten } from './forgotten.js';

/** Takes memories out of the database, and what was made of them with them. */
@Injectable()
export class ForgottenRows {
  constructor(
    private readonly revision: MemoryRevision,
    private readonly followers: ForgettingFollowers,
    private readonly cache: KnowledgeCache,
  ) {}

  /** Nobody changes what is known of them until the transaction ends. Answers whose it is by now; undefined when there is no such contact. */
  async lock(manager: EntityManager, owner: MemoryOwner): Promise<MemoryOwner | undefined> {
    const change = await this.revision.advance(manager, owner);
    return change && { characterId: owner.characterId, contactId: change.contactId };
  }

  async remove(manager: EntityManager, owner: MemoryOwner, ids: readonly string[]): Promise<Forgotten> {
    const now = await this.lock(manager, owner);
    if (!now) return { memories: 0, sources: [] };
    const values = [now.characterId, now.contactId, ids];
    const sources = await manager.query<MemorySource[]>(`${GONE_SQL} ${SOURCES_SQL}`, values);
    await manager.query(`${GONE_SQL} ${NOTE_SQL}`, values);
    const [, memories]: [unknown, number] = await manager.query(`${GONE_SQL} ${REMOVE_SQL}`, values);
    if (memories > 0) await this.followers.sources(manager, now, sources);
    await this.cache.forget(now);
    return { memories, sources };
  }

  async removeAll(manager: EntityManager, owner: MemoryOwner, until: Date): Promise<Forgotten> {
    const now = await this.lock(manager, owner);
    if (!now) return { memories: 0, sources: [] };
    const values = [now.characterId, now.contactId];
    await manager.query(UNTIL_SQL, [...values, until]);
    const sources = await manager.query<MemorySource[]>(ALL_SOURCES_SQL, values);
    const [, memories]: [unknown, number] = await manager.query(
      'DELETE FROM memories WHERE character_id = $1 AND contact_id = $2',
      values,
    );
    await this.followers.everything(manager, now);
    await this.cache.forget(now);
    return { memories, sources };
  }

  async erase(manager: EntityManager, contactId: string): Promise<number> {
    const characters = await manager.query<{ character_id: string }[]>(
      'SELECT character_id FROM memory_revisions WHERE contact_id = $1 ORDER BY character_id FOR UPDATE',
      [contactId],
    );
    for (const row of characters) {
      const owner = { characterId: row.character_id, contactId };
      await this.followers.everything(manager, owner);
      await this.cache.forget(owner);
    }
    const [, memories]: [unknown, number] = await manager.query('DELETE FROM memories WHERE contact_id = $1', [
      contactId,
    ]);
    await manager.query('DELETE FROM memory_forgotten WHERE contact_id = $1', [contactId]);
    await manager.query('DELETE FROM memory_revisions WHERE contact_id = $1', [contactId]);
    await this.followers.erased(manager, contactId);
    return memories;
  }
}

/** The memories that are named, and the earlier wordings of the same. */
const GONE_SQL = `
WITH RECURSIVE gone AS (
  SELECT id FROM memories WHERE character_id = $1 AND contact_id = $2 AND id = ANY($3::uuid[])
  UNION
  SELECT earlier.id FROM memories AS earlier JOIN gone ON earlier.replaced_by_id = gone.id
  WHERE earlier.character_id = $1 AND earlier.contact_id = $2 AND earlier.reason IN ('edited', 'merged')
)`;

const SOURCES_SQL = `
SELECT DISTINCT message_id AS "messageId", chat_id AS "chatId" FROM memory_sources WHERE memory_id IN (SELECT id FROM gone)`;

const NOTE_SQL = `
INSERT INTO memory_forgotten (character_id, contact_id, message_id)
SELECT DISTINCT $1::uuid, $2::uuid, message_id FROM memory_sources WHERE memory_id IN (SELECT id FROM gone)
ON CONFLICT DO NOTHING`;

const REMOVE_SQL = 'DELETE FROM memories WHERE id IN (SELECT id FROM gone)';

const ALL_SOURCES_SQL = `
SELECT DISTINCT message_id AS "messageId", memory_sources.chat_id AS "chatId"
FROM memory_sources JOIN memories ON memories.id = memory_id WHERE character_id = $1 AND contact_id = $2`;

const UNTIL_SQL = `
UPDATE memory_revisions SET forgotten_until = greatest(forgotten_until, $3) WHERE character_id = $1 AND contact_id = $2`;
