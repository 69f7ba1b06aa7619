import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { isId, type Page } from '#kernel';
import { BlindIndex, Cursors } from '#security';

import type { MemoryCategory } from '../memory-category.js';
import type { MemoryFact, MemorySource, MemoryStatus } from '../memory-fact.js';
import type { MemoryOwner } from '../memory-scope.js';
import { MemoryRows } from '../store/memory-rows.service.js';
import { memoryNotFound } from './memory.errors.js';

export interface MemoryListQuery {
  readonly limit: number;
  readonly cursor?: string;
  /** Null: whatever their status. */
  readonly status: MemoryStatus | null;
  readonly category: MemoryCategory | null;
}

/** A memory that a search found. */
export interface FoundMemory {
  readonly memory: MemoryFact;
  /** 0-1. */
  readonly relevance: number;
}

/** When a character first and last learned something of a contact; null when it never did. */
export interface MemoryTimes {
  readonly createdAt: Date | null;
  readonly updatedAt: Date | null;
}

/** What is known of a contact, for the operator: in every group and status. */
@Injectable()
export class MemoryLists {
  constructor(
    private readonly rows: MemoryRows,
    private readonly dataSource: DataSource,
    private readonly index: BlindIndex,
    private readonly cursors: Cursors,
  ) {}

  /** What was learned last comes first. Throws `cursor.invalid`. */
  async page(
    { characterId, contactId }: MemoryOwner,
    { limit, cursor, status, category }: MemoryListQuery,
  ): Promise<Page<MemoryFact>> {
    const list = `memories:${characterId}:${contactId}:${status}:${category}`;
    const [before] = cursor === undefined ? [null] : this.cursors.read(list, cursor, 1);
    const found = await this.rows.find({
      sql: `WHERE character_id = $1 AND contact_id = $2 AND ($3::uuid IS NULL OR id < $3)
            AND ($4::text IS NULL OR status = $4) AND ($5::text IS NULL OR category = $5)
            ORDER BY id DESC LIMIT $6`,
      values: [characterId, contactId, before, status, category, limit + 1],
    });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return { items, nextCursor: found.length > limit && last ? this.cursors.sign(list, [last.id]) : null };
  }

  /** Throws `memory.not-found`, also for what is somebody else's. */
  async one({ characterId, contactId }: MemoryOwner, memoryId: string): Promise<MemoryFact> {
    if (!isId(memoryId)) throw memoryNotFound();
    const sql = 'WHERE character_id = $1 AND contact_id = $2 AND id = $3';
    const [memory] = await this.rows.find({ sql, values: [characterId, contactId, memoryId] });
    if (!memory) throw memoryNotFound();
    return memory;
  }

  /** Memories that hold any of the words, in any of their forms, the most relevant first. Closed ones are not looked at. */
  async search({ characterId, contactId }: MemoryOwner, words: string, limit: number): Promise<readonly FoundMemory[]> {
    const query = this.index.query(words, { any: true });
    if (query === null) return [];
    const matching = `character_id = $1 AND contact_id = $2 AND status <> 'closed' AND search @@ $3::tsquery`;
    // 32 maps a rank to 0-1.
    const rank = 'ts_rank(search, $3::tsquery, 32)';
    const values = [characterId, contactId, query, limit];
    const ranks = await this.dataSource.query<{ id: string; rank: number }[]>(
      `SELECT id, ${rank} AS rank FROM memories WHERE ${matching} ORDER BY rank DESC, id DESC LIMIT $4`,
      values,
    );
    const relevance = new Map(ranks.map((row) => [row.id, row.rank]));
    const found = await this.rows.find({ sql: 'WHERE id = ANY($1)', values: [[...relevance.keys()]] });
    return found
      .map((memory) => ({ memory, relevance: relevance.get(memory.id) ?? 0 }))
      .toSorted((one, other) => other.relevance - one.relevance || (one.memory.id < other.memory.id ? 1 : -1));
  }

  async times({ characterId, contactId }: MemoryOwner): Promise<MemoryTimes> {
    const [row] = await this.dataSource.query<MemoryTimes[]>(
      `SELECT min(known_from) AS "createdAt", max(greatest(known_from, known_until, last_reinforced_at)) AS "updatedAt"
       FROM memories WHERE character_id = $1 AND contact_id = $2`,
      [characterId, contactId],
    );
    return row ?? { createdAt: null, updatedAt: null };
  }

  /** Where memories were said, by their ids. */
  async sources(memoryIds: readonly string[]): Promise<ReadonlyMap<string, readonly MemorySource[]>> {
    const rows = await this.dataSource.query<(MemorySource & { readonly memoryId: string })[]>(
      `SELECT memory_id AS "memoryId", message_id AS "messageId", chat_id AS "chatId" FROM memory_sources
       WHERE memory_id = ANY($1) ORDER BY message_id`,
      [memoryIds],
    );
    const sources = new Map<string, MemorySource[]>();
    for (const { memoryId, ...source } of rows) sources.set(memoryId, [...(sources.get(memoryId) ?? []), source]);
    return sources;
  }
}
