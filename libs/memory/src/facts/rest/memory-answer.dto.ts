import { ApiProperty } from '@nestjs/swagger';

import { MEMORY_CATEGORIES } from '../memory-category.js';
import { MEMORY_ORIGINS, MEMORY_REASONS, MEMORY_STATUSES, type MemoryFact, type MemorySource } from '../memory-fact.js';
import type { FoundMemory } from './memory-lists.service.js';

const TIME = { type: String, format: 'date-time' } as const;
const TIME_OR_NULL = { ...TIME, nullable: true } as const;
const ID_OR_NULL = { type: String, nullable: true } as const;

/** Something that a character knows of a person. */
export class MemoryDto {
  @ApiProperty() readonly memoryId!: string;
  @ApiProperty({ example: 'Loves coffee' }) readonly fact!: string;
  @ApiProperty({ enum: MEMORY_CATEGORIES }) readonly category!: string;
  @ApiProperty({ description: '0-1.' }) readonly confidence!: number;
  @ApiProperty({ description: '1-10.' }) readonly importance!: number;
  @ApiProperty(TIME) readonly firstMentioned!: Date;
  @ApiProperty(TIME) readonly lastReinforced!: Date;
  @ApiProperty() readonly reinforcementCount!: number;
  @ApiProperty({
    enum: MEMORY_STATUSES,
    description: '`pending` waits to be said again, `held` waits for approval, `closed` is over or was replaced.',
  })
  readonly status!: string;
  @ApiProperty({ type: String, enum: [...MEMORY_REASONS, null], nullable: true }) readonly reason!: string | null;
  @ApiProperty({ enum: MEMORY_ORIGINS }) readonly origin!: string;
  @ApiProperty({ ...ID_OR_NULL, description: 'The group it was said in, and is used in. Null: in private.' })
  readonly conversationId!: string | null;
  @ApiProperty({ ...TIME_OR_NULL, description: 'When it is true in the world.' }) readonly validFrom!: Date | null;
  @ApiProperty(TIME_OR_NULL) readonly validUntil!: Date | null;
  @ApiProperty({ ...TIME, description: 'When we held it for true.' }) readonly knownFrom!: Date;
  @ApiProperty(TIME_OR_NULL) readonly knownUntil!: Date | null;
  @ApiProperty(ID_OR_NULL) readonly replaces!: string | null;
  @ApiProperty(ID_OR_NULL) readonly replacedBy!: string | null;
}

export class FoundMemoryDto extends MemoryDto {
  @ApiProperty({ description: '0-1.' }) readonly relevance!: number;
}

export class FoundMemoriesDto {
  @ApiProperty({ type: [FoundMemoryDto] }) readonly results!: FoundMemoryDto[];
}

export class ForgottenDto {
  @ApiProperty({ description: 'How many memories there were.' }) readonly forgotten!: number;
}

export class MemorySourceDto {
  @ApiProperty() readonly messageId!: string;
  @ApiProperty() readonly conversationId!: string;
}

export class ExportedMemoryDto extends MemoryDto {
  @ApiProperty({ type: [MemorySourceDto], description: 'The messages in which it was said.' })
  readonly sources!: MemorySourceDto[];
}

export function toMemoryDto(memory: MemoryFact): MemoryDto {
  return {
    memoryId: memory.id,
    fact: memory.text,
    category: memory.category,
    confidence: memory.confidence,
    importance: memory.importance,
    firstMentioned: memory.firstMentionedAt,
    lastReinforced: memory.lastReinforcedAt,
    reinforcementCount: memory.reinforcementCount,
    status: memory.status,
    reason: memory.reason,
    origin: memory.origin,
    conversationId: memory.groupId,
    validFrom: memory.validFrom,
    validUntil: memory.validUntil,
    knownFrom: memory.knownFrom,
    knownUntil: memory.knownUntil,
    replaces: memory.replacesId,
    replacedBy: memory.replacedById,
  };
}

export function toFoundDto({ memory, relevance }: FoundMemory): FoundMemoryDto {
  return { ...toMemoryDto(memory), relevance };
}

export function toExportedDto(memory: MemoryFact, sources: readonly MemorySource[]): ExportedMemoryDto {
  return {
    ...toMemoryDto(memory),
    sources: sources.map(({ messageId, chatId }) => ({ messageId, conversationId: chatId })),
  };
}
