import { Injectable } from '@nestjs/common';

import { Clock } from '#kernel';

import type { MemoryFact } from '../memory-fact.js';
import type { MemoryOwner } from '../memory-scope.js';
import { RelationshipView } from '../relationship-view.js';
import { SummaryList } from '../summary-list.js';
import { MemoryLists, type MemoryListQuery } from './memory-lists.service.js';
import { toExportedDto, toMemoryDto, type ExportedMemoryDto } from './memory-answer.dto.js';
import {
  toRelationshipDto,
  toShortTermDto,
  type CharacterMemoryDto,
  type MemoryExportDto,
  type RelationshipDto,
} from './character-memory.dto.js';

/** Summaries that a person's memory shows, and that its export holds. */
const SHOWN_SUMMARIES = 20;
const EXPORTED_SUMMARIES = 10_000;
const PAGE = 500;

/** Puts together what a character knows of a person. */
@Injectable()
export class KnownPerson {
  constructor(
    private readonly lists: MemoryLists,
    private readonly summaries: SummaryList,
    private readonly relationships: RelationshipView,
    private readonly clock: Clock,
  ) {}

  async relationship(owner: MemoryOwner): Promise<RelationshipDto> {
    return toRelationshipDto(await this.relationships.of(owner));
  }

  /** Throws `cursor.invalid`. */
  async shown(owner: MemoryOwner, query: MemoryListQuery): Promise<CharacterMemoryDto> {
    const { items, nextCursor } = await this.lists.page(owner, query);
    return { ...(await this.frame(owner, SHOWN_SUMMARIES)), longTermMemory: items.map(toMemoryDto), nextCursor };
  }

  async exported(owner: MemoryOwner): Promise<MemoryExportDto> {
    const frame = await this.frame(owner, EXPORTED_SUMMARIES);
    const profile = await this.summaries.profile(owner);
    return { ...frame, profile, longTermMemory: await this.everything(owner), exportedAt: this.clock.now() };
  }

  private async everything(owner: MemoryOwner): Promise<ExportedMemoryDto[]> {
    const memories: ExportedMemoryDto[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page = await this.lists.page(owner, {
        limit: PAGE,
        status: null,
        category: null,
        ...(cursor && { cursor }),
      });
      memories.push(...(await this.withSources(page.items)));
      cursor = page.nextCursor;
    }
    return memories;
  }

  private async withSources(memories: readonly MemoryFact[]): Promise<ExportedMemoryDto[]> {
    const sources = await this.lists.sources(memories.map(({ id }) => id));
    return memories.map((memory) => toExportedDto(memory, sources.get(memory.id) ?? []));
  }

  private async frame(
    owner: MemoryOwner,
    limit: number,
  ): Promise<Omit<CharacterMemoryDto, 'longTermMemory' | 'nextCursor'>> {
    const [summaries, relationship, times] = await Promise.all([
      this.summaries.list(owner, limit),
      this.relationship(owner),
      this.lists.times(owner),
    ]);
    return {
      characterId: owner.characterId,
      userId: owner.contactId,
      memoryType: 'long_term',
      shortTermMemory: summaries.map(toShortTermDto),
      relationship,
      ...times,
    };
  }
}
