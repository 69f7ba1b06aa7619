import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { MemoryOwner } from './memory-scope.js';

/** What is known of a contact has changed. */
export interface MemoryChange {
  /** The contact itself, or the one that it was found to be the same person as. */
  readonly contactId: string;
  /** What was said until then is not taken in. */
  readonly forgottenUntil: Date | null;
}

/**
 * Counts the changes to what a character knows of a contact. It is told apart by it what is cached, so a writer that comes late cannot bring back
 * what was forgotten. Whoever changes a summary, a profile or a relationship calls `advance` in the same transaction.
 */
@Injectable()
export class MemoryRevision {
  constructor(private readonly dataSource: DataSource) {}

  /** Also the lock of all that is known: whoever calls it second waits for the first one's transaction. Undefined when there is no such contact. */
  async advance(manager: EntityManager, { characterId, contactId }: MemoryOwner): Promise<MemoryChange | undefined> {
    // A merge of the contact that is under way is waited for.
    const [contact] = await manager.query<{ id: string }[]>(
      'SELECT coalesce(merged_into, id) AS id FROM contacts WHERE id = $1 FOR SHARE',
      [contactId],
    );
    if (!contact) return undefined;
    const [row] = await manager.query<{ forgotten_until: Date | null }[]>(ADVANCE_SQL, [contact.id, characterId]);
    return { contactId: contact.id, forgottenUntil: row?.forgotten_until ?? null };
  }

  /** 0 before anything was known. */
  async current({ characterId, contactId }: MemoryOwner): Promise<number> {
    const [row] = await this.dataSource.query<{ revision: number }[]>(
      'SELECT revision FROM memory_revisions WHERE contact_id = $1 AND character_id = $2',
      [contactId, characterId],
    );
    return row?.revision ?? 0;
  }
}

const ADVANCE_SQL = `
INSERT INTO memory_revisions (contact_id, character_id, revision) VALUES ($1, $2, 1)
ON CONFLICT (contact_id, character_id) DO UPDATE SET revision = memory_revisions.revision + 1
RETURNING forgotten_until`;
