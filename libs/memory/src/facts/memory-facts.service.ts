import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Clock } from '#kernel';
import { BlindIndex } from '#security';

import { KnowledgeCache } from './knowledge-cache.service.js';
import type { MemoryFact } from './memory-fact.js';
import type { MemoryOperation, MemoryOutcome, MemoryWrite } from './memory-operation.js';
import type { MemoryScope } from './memory-scope.js';
import { MemoryRows } from './store/memory-rows.service.js';
import { MemoryWriter } from './store/memory-writer.service.js';
import { SCOPE_SQL } from './store/memory.sql.js';

/** What is used of one person at the most; the least important stay behind. */
const MOST_CANDIDATES = 1_000;
const KEPT_MS = 30 * 60_000;

/** What a character knows of a contact. */
@Injectable()
export class MemoryFacts {
  constructor(
    private readonly writer: MemoryWriter,
    private readonly rows: MemoryRows,
    private readonly cache: KnowledgeCache,
    private readonly index: BlindIndex,
    private readonly clock: Clock,
  ) {}

  /**
   * Applies operations in their order, in the caller's transaction. The same operations again change nothing. What was said in messages that
   * were asked to be forgotten is left out.
   */
  apply(manager: EntityManager, write: MemoryWrite, operations: readonly MemoryOperation[]): Promise<MemoryOutcome> {
    return this.writer.apply(manager, write, operations);
  }

  /**
   * What may be used in this scope: active memories that have not ended, opened, the most important first. Kept at hand for half an hour.
   * `revision` is for whoever has read it just now.
   */
  async candidates(scope: MemoryScope, revision?: number): Promise<readonly MemoryFact[]> {
    const facts = await this.cache.remember(
      scope,
      {
        name: `memories:${scope.groupId ?? 'private'}`,
        keptFor: KEPT_MS,
        make: () => this.active(scope),
        read: (json) => (json as KeptFact[]).map(factOf),
      },
      revision,
    );
    const now = this.clock.now();
    const holds = ({ validUntil }: MemoryFact): boolean => validUntil === null || validUntil > now;
    // Mostly all do. Whoever made something of them finds them to be the same.
    return facts.every(holds) ? facts : facts.filter(holds);
  }

  /** The memories of the scope (active, pending or held) that share most words with the texts, opened, the nearest first; then the latest. */
  async nearest(scope: MemoryScope, texts: readonly string[], limit: number): Promise<readonly MemoryFact[]> {
    const words = texts.flatMap((text) => this.index.query(text, { any: true }) ?? []).join(' | ');
    return this.rows.find({
      sql: `WHERE ${SCOPE_SQL} AND status <> 'closed'
            ORDER BY ts_rank(search, $4::tsquery) DESC, last_reinforced_at DESC, id LIMIT $5`,
      values: [scope.characterId, scope.contactId, scope.groupId, words, limit],
    });
  }

  private active(scope: MemoryScope): Promise<MemoryFact[]> {
    return this.rows.find({
      sql: `WHERE ${SCOPE_SQL} AND status = 'active'
            ORDER BY importance DESC, last_reinforced_at DESC, id LIMIT ${MOST_CANDIDATES}`,
      values: [scope.characterId, scope.contactId, scope.groupId],
    });
  }
}

type Moments = 'firstMentionedAt' | 'lastReinforcedAt' | 'validFrom' | 'validUntil' | 'knownFrom' | 'knownUntil';
type KeptFact = Omit<MemoryFact, Moments> & {
  readonly [Key in Moments]: MemoryFact[Key] extends Date ? string : string | null;
};

function factOf(kept: KeptFact): MemoryFact {
  return {
    ...kept,
    firstMentionedAt: new Date(kept.firstMentionedAt),
    lastReinforcedAt: new Date(kept.lastReinforcedAt),
    knownFrom: new Date(kept.knownFrom),
    validFrom: kept.validFrom === null ? null : new Date(kept.validFrom),
    validUntil: kept.validUntil === null ? null : new Date(kept.validUntil),
    knownUntil: kept.knownUntil === null ? null : new Date(kept.knownUntil),
  };
}
