import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { RevocationFollowers } from '#messaging';

import { MemoryForgetting } from './memory-forgetting.service.js';
import type { MemoryOwner } from './memory-scope.js';

/** What was told in nothing but a message that is deleted for everyone is forgotten with it. */
@Injectable()
export class TakenBack implements OnModuleInit {
  constructor(
    private readonly revocations: RevocationFollowers,
    private readonly forgetting: MemoryForgetting,
  ) {}

  onModuleInit(): void {
    this.revocations.attach((manager, messageId) => this.forget(manager, messageId));
  }

  private async forget(manager: EntityManager, messageId: string): Promise<void> {
    const owners = await manager.query<(MemoryOwner & { ids: string[] })[]>(ONLY_TOLD_THERE_SQL, [messageId]);
    for (const { ids, ...owner } of owners) await this.forgetting.forget(owner, ids, manager);
  }
}

/** Of a message that is in an archive nobody knows whether it was taken back: it counts as told. In one order, so that nobody waits in a ring. */
const ONLY_TOLD_THERE_SQL = `
SELECT contact_id AS "contactId", character_id AS "characterId", array_agg(id) AS ids
FROM memories
WHERE id IN (SELECT memory_id FROM memory_sources WHERE message_id = $1) AND NOT EXISTS (
  SELECT 1 FROM memory_sources AS other LEFT JOIN messages ON messages.id = other.message_id
  WHERE other.memory_id = memories.id AND other.message_id <> $1 AND messages.revoked_at IS NULL)
GROUP BY contact_id, character_id ORDER BY contact_id, character_id`;
