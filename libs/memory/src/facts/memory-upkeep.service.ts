import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { MemoryConfig } from '#config';
import { Transactions } from '#database';

import { closeMemory } from './lifecycle/close-memory.js';
import { isOpen } from './lifecycle/known-memory.js';
import { mergeMemories } from './lifecycle/merge-memories.js';
import { MemoryRevision } from './memory-revision.service.js';
import type { MemoryOwner, MemoryScope } from './memory-scope.js';
import { MemoryWriter } from './store/memory-writer.service.js';

/** A memory of this importance or more stays, however long nobody has mentioned it. */
export const KEPT_IMPORTANCE = 7;

const DAY_MS = 86_400_000;

/** What is done at night. Each call is idempotent. */
@Injectable()
export class MemoryUpkeep {
  constructor(
    private readonly transactions: Transactions,
    private readonly writer: MemoryWriter,
    private readonly revision: MemoryRevision,
    private readonly config: MemoryConfig,
  ) {}

  /**
   * Deletes up to `limit` memories that are neither important (KEPT_IMPORTANCE) nor were said again in MEMORY_RETENTION_DAYS. What the operator wrote
   * stays. Answers how many.
   */
  expire(now: Date, limit: number): Promise<number> {
    const before = new Date(now.getTime() - this.config.retentionDays * DAY_MS);
    return this.transactions.run((manager) => this.counted(manager, EXPIRE_SQL, [before, limit, KEPT_IMPORTANCE]));
  }

  /** Closes up to `limit` active memories whose `validUntil` has passed. Answers how many. */
  closeEnded(now: Date, limit: number): Promise<number> {
    return this.transactions.run((manager) => this.counted(manager, CLOSE_SQL, [now, limit]));
  }

  /** Closes a memory that is over since `at`, whatever became of the messages it was said in. Answers whether it was open. */
  async end(manager: EntityManager, scope: MemoryScope, id: string, at: Date): Promise<boolean> {
    const change = await this.revision.advance(manager, scope);
    if (!change) return false;
    const { closed } = await this.writer.decide(
      manager,
      { ...scope, contactId: change.contactId },
      [id],
      (known, { now }) =>
        known
          .filter((memory) => memory.id === id && isOpen(memory))
          .map((memory) => closeMemory(memory, 'ended', at, now)),
    );
    return closed.includes(id);
  }

  /** `kept` takes over how often the others were said, and their sources; they are closed (`merged`). All must be of the scope. */
  async merge(manager: EntityManager, scope: MemoryScope, kept: string, others: readonly string[]): Promise<void> {
    const change = await this.revision.advance(manager, scope);
    if (!change) return;
    const now = { ...scope, contactId: change.contactId };
    const { closed } = await this.writer.decide(manager, now, [kept, ...others], (known, context) => {
      const first = known.find(({ id }) => id === kept);
      const rest = known.filter(({ id }) => others.includes(id));
      return first ? mergeMemories(first, rest, context.now) : [];
    });
    await manager.query(SHARE_SOURCES_SQL, [kept, closed]);
  }

  /** Sets how important memories are, 1-10. */
  async promote(manager: EntityManager, owner: MemoryOwner, ids: readonly string[], importance: number): Promise<void> {
    const change = await this.revision.advance(manager, owner);
    if (!change) return;
    await manager.query(
      `UPDATE memories SET importance = $4 WHERE character_id = $1 AND contact_id = $2 AND id = ANY($3)`,
      [owner.characterId, change.contactId, ids, Math.round(Math.min(10, Math.max(1, importance)))],
    );
  }

  /** Runs a statement that answers whose memories it changed, one row each, and counts the change for each of them. */
  private async counted(manager: EntityManager, sql: string, values: readonly unknown[]): Promise<number> {
    const changed = await manager.query<MemoryOwner[]>(sql, [...values]);
    const owners = new Map(changed.map((owner) => [`${owner.contactId} ${owner.characterId}`, owner]));
    // In one order, so that two of these do not wait for each other.
    const sorted = [...owners].toSorted(([one], [other]) => (one < other ? -1 : 1));
    for (const [, owner] of sorted) await this.revision.advance(manager, owner);
    return changed.length;
  }
}

/** What was taken in from an old conversation has its time too. */
const EXPIRE_SQL = `
WITH gone AS (
  DELETE FROM memories WHERE id IN (
    SELECT id FROM memories
    WHERE greatest(last_reinforced_at, known_from) < $1 AND importance < $3 AND origin <> 'manual'
    ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED)
  RETURNING character_id AS "characterId", contact_id AS "contactId")
SELECT * FROM gone`;

const CLOSE_SQL = `
WITH ended AS (
  UPDATE memories SET status = 'closed', reason = 'ended', known_until = greatest($1, known_from) WHERE id IN (
    SELECT id FROM memories WHERE status = 'active' AND valid_until <= $1
    ORDER BY valid_until, id LIMIT $2 FOR UPDATE SKIP LOCKED)
  RETURNING character_id AS "characterId", contact_id AS "contactId")
SELECT * FROM ended`;

const SHARE_SOURCES_SQL = `
INSERT INTO memory_sources (memory_id, message_id, chat_id)
SELECT DISTINCT ON (message_id) $1::uuid, message_id, chat_id FROM memory_sources WHERE memory_id = ANY($2::uuid[])
ON CONFLICT DO NOTHING`;
