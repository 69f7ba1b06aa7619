import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { BlindIndex, FieldCipher } from '#security';

import type { KnownMemory } from '../lifecycle/known-memory.js';
import type { MemoryFact, MemoryRecord } from '../memory-fact.js';
import type { MemoryScope } from '../memory-scope.js';
import { memoryTextAddress } from './memory-text.js';
import { INSERT_SQL, RECORD_SQL, SCOPE_SQL, SOURCES_SQL, UPDATE_SQL } from './memory.sql.js';

/** Which memories of a scope something may concern. */
export interface Concerned {
  readonly ids: readonly string[];
  readonly wordings: readonly string[];
  readonly topics: readonly string[];
}

/** A condition on memories, with its values from $1 on. */
export interface MemoryQuery {
  /** What follows FROM memories. */
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Memories as they are stored: sealed texts, keyed words. */
@Injectable()
export class MemoryRows {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
  ) {}

  /** Read under the lock of their owner's revision, so that nobody changes them meanwhile. */
  async known(manager: EntityManager, scope: MemoryScope, concerned: Concerned): Promise<KnownMemory[]> {
    return manager.query<KnownMemory[]>(
      `SELECT ${RECORD_SQL}, wording,
         ARRAY(SELECT message_id FROM memory_sources WHERE memory_id = memories.id ORDER BY message_id) AS sources
       FROM memories WHERE ${SCOPE_SQL} AND (id = ANY($4) OR wording = ANY($5) OR topic = ANY($6))
       ORDER BY id`,
      [...valuesOf(scope), concerned.ids, concerned.wordings, concerned.topics],
    );
  }

  async insert(manager: EntityManager, scope: MemoryScope, memory: KnownMemory, text: string): Promise<void> {
    // The text stays under this key also when the contact becomes one with another.
    const subjectId = scope.contactId;
    const sealed = await this.cipher.seal(subjectId, memoryTextAddress(memory.id), text, manager);
    await manager.query(INSERT_SQL, [
      memory.id,
      ...valuesOf(scope),
      subjectId,
      sealed,
      this.index.vector(text),
      memory.wording,
      memory.topic,
      memory.single,
      memory.category,
      memory.status,
      memory.reason,
      memory.origin,
      Math.fround(memory.confidence),
      memory.importance,
      memory.firstMentionedAt,
      memory.lastReinforcedAt,
      memory.reinforcementCount,
      memory.validFrom,
      memory.validUntil,
      memory.knownFrom,
      memory.knownUntil,
      memory.replacesId,
      memory.replacedById,
    ]);
  }

  async update(manager: EntityManager, memory: KnownMemory): Promise<void> {
    await manager.query(UPDATE_SQL, [
      memory.id,
      memory.status,
      memory.reason,
      Math.fround(memory.confidence),
      memory.importance,
      memory.firstMentionedAt,
      memory.lastReinforcedAt,
      memory.reinforcementCount,
      memory.validFrom,
      memory.validUntil,
      memory.knownUntil,
      memory.single,
      memory.replacesId,
      memory.replacedById,
    ]);
  }

  /** Notes where a memory was said. */
  async addSources(manager: EntityManager, memory: KnownMemory, chatId: string): Promise<void> {
    if (memory.sources.length > 0) await manager.query(SOURCES_SQL, [memory.id, memory.sources, chatId]);
  }

  /** Opened, in the order of the query. What belongs to an erased contact is left out. */
  async find(query: MemoryQuery, manager?: EntityManager): Promise<MemoryFact[]> {
    const rows = await (manager ?? this.dataSource).query<StoredFact[]>(
      `SELECT ${RECORD_SQL}, subject_id, text FROM memories ${query.sql}`,
      [...query.values],
    );
    const texts = await this.cipher.openAll(
      rows.map(({ id, subject_id, text }) => ({ subjectId: subject_id, at: memoryTextAddress(id), sealed: text })),
    );
    return rows.flatMap(({ subject_id: _, text: __, ...row }, index) => {
      const text = texts[index];
      return text === null || text === undefined ? [] : [{ ...row, text }];
    });
  }
}

type StoredFact = MemoryRecord & MemoryScope & { readonly subject_id: string; readonly text: Buffer };

function valuesOf({ characterId, contactId, groupId }: MemoryScope): (string | null)[] {
  return [characterId, contactId, groupId];
}
