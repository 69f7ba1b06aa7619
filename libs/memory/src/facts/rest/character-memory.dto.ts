import { ApiProperty } from '@nestjs/swagger';

import type { RelationshipState } from '../relationship-view.js';
import type { SummaryView } from '../summary-list.js';
import { ExportedMemoryDto, MemoryDto } from './memory-answer.dto.js';

const TIME = { type: String, format: 'date-time' } as const;
const TIME_OR_NULL = { ...TIME, nullable: true } as const;

export class ShortTermMemoryDto {
  @ApiProperty() readonly conversationId!: string;
  @ApiProperty() readonly summary!: string;
  @ApiProperty(TIME) readonly timestamp!: Date;
  @ApiProperty({ description: '1-10.' }) readonly importance!: number;
}

export class MoodDto {
  @ApiProperty() readonly emotion!: string;
  @ApiProperty({ description: '-1 to 1.' }) readonly valence!: number;
  @ApiProperty({ description: '0-1.' }) readonly intensity!: number;
}

export class RelationshipDto {
  @ApiProperty({ description: '0-100.' }) readonly level!: number;
  @ApiProperty({ description: '0-100.' }) readonly trust!: number;
  @ApiProperty({ description: '0-100.' }) readonly intimacy!: number;
  @ApiProperty() readonly totalInteractions!: number;
  @ApiProperty({ type: [String] }) readonly favoriteTopics!: string[];
  @ApiProperty({ type: [String] }) readonly sharedExperiences!: string[];
  @ApiProperty({ enum: ['stranger', 'acquaintance', 'friend', 'close_friend', 'intimate', 'partner'] })
  readonly stage!: string;
  @ApiProperty({ type: MoodDto, nullable: true }) readonly mood!: MoodDto | null;
  @ApiProperty(TIME_OR_NULL) readonly lastInteractionAt!: Date | null;
}

class KnownPersonDto {
  @ApiProperty() readonly characterId!: string;
  @ApiProperty({ description: 'The id of our contact.' }) readonly userId!: string;
  @ApiProperty({ enum: ['long_term'], description: 'Always `long_term`: the whole.' })
  readonly memoryType!: 'long_term';
  @ApiProperty({ type: [ShortTermMemoryDto], description: 'Summaries, the latest first.' })
  readonly shortTermMemory!: ShortTermMemoryDto[];
  @ApiProperty({ type: RelationshipDto }) readonly relationship!: RelationshipDto;
  @ApiProperty(TIME_OR_NULL) readonly createdAt!: Date | null;
  @ApiProperty(TIME_OR_NULL) readonly updatedAt!: Date | null;
}

/** What a character knows of a person. */
export class CharacterMemoryDto extends KnownPersonDto {
  @ApiProperty({ type: [MemoryDto], description: 'What was learned last comes first.' })
  readonly longTermMemory!: MemoryDto[];
  @ApiProperty({ type: String, nullable: true, description: 'The way to more of `longTermMemory`.' })
  readonly nextCursor!: string | null;
}

/** Everything that a character knows of a person, history included. */
export class MemoryExportDto extends KnownPersonDto {
  @ApiProperty({ type: String, nullable: true, description: 'What is always told of the person.' })
  readonly profile!: string | null;
  @ApiProperty({ type: [ExportedMemoryDto] }) readonly longTermMemory!: ExportedMemoryDto[];
  @ApiProperty(TIME) readonly exportedAt!: Date;
}

export function toShortTermDto({ chatId, summary, at, importance }: SummaryView): ShortTermMemoryDto {
  return { conversationId: chatId, summary, timestamp: at, importance };
}

/** Of somebody we have not met: a stranger. */
export function toRelationshipDto(state: RelationshipState | null): RelationshipDto {
  return {
    level: state?.level ?? 0,
    trust: state?.trust ?? 0,
    intimacy: state?.intimacy ?? 0,
    totalInteractions: state?.totalInteractions ?? 0,
    favoriteTopics: [...(state?.favoriteTopics ?? [])],
    sharedExperiences: [...(state?.sharedExperiences ?? [])],
    stage: state?.stage ?? 'stranger',
    mood: state?.mood ?? null,
    lastInteractionAt: state?.lastInteractionAt ?? null,
  };
}
