import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

import { ConversationStateDto } from './conversation-answer.dto.js';

const TIME = { type: String, format: 'date-time' } as const;
const MS_OR_NULL = { type: Number, nullable: true, description: 'ms' } as const;
const COUNTS = { type: 'object', additionalProperties: { type: 'number' } } as const;
const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_RULE = { message: '$property must be a day as in 2026-01-31' };

export class ConversationAnalyticsQueryDto {
  @ApiPropertyOptional({ type: String, format: 'date', description: 'None: thirty days.' })
  @IsOptional()
  @Matches(DAY, DAY_RULE)
  readonly from?: string;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'Included. None: today.' })
  @IsOptional()
  @Matches(DAY, DAY_RULE)
  readonly to?: string;
}

export class MessageCountsDto {
  @ApiProperty() readonly total!: number;
  @ApiProperty() readonly user!: number;
  @ApiProperty() readonly character!: number;
}

export class AnswerTimesDto {
  @ApiProperty({ description: 'Of how many answers.' }) readonly answers!: number;
  @ApiProperty(MS_OR_NULL) readonly averageMs!: number | null;
  @ApiProperty(MS_OR_NULL) readonly p95Ms!: number | null;
}

export class ActiveDayDto {
  @ApiProperty({ format: 'date' }) readonly date!: string;
  @ApiProperty({ description: 'In how many something was said.' }) readonly conversations!: number;
  @ApiProperty() readonly messages!: number;
}

/** What went on, of the messages that are not in an archive. */
export class ConversationFiguresDto {
  @ApiProperty({ format: 'date' }) readonly from!: string;
  @ApiProperty({ format: 'date' }) readonly to!: string;
  @ApiProperty({ description: 'Whose days they are.' }) readonly zone!: string;
  @ApiProperty({ description: 'In how many something was said.' }) readonly conversations!: number;
  @ApiProperty({ type: MessageCountsDto }) readonly messages!: MessageCountsDto;
  @ApiProperty() readonly messagesPerConversation!: number;
  @ApiProperty({ type: AnswerTimesDto, description: 'From the last thing asked to the first message of the answer.' })
  readonly responseTime!: AnswerTimesDto;
  @ApiProperty({ type: AnswerTimesDto, description: 'What the model took of it.' })
  readonly generationTime!: AnswerTimesDto;
  @ApiProperty() readonly tokens!: number;
  @ApiProperty() readonly nsfwMessages!: number;
  @ApiProperty({ ...COUNTS, description: 'Messages by model.' }) readonly models!: Readonly<Record<string, number>>;
  @ApiProperty({ ...COUNTS, description: 'Messages of people by mood.' })
  readonly moods!: Readonly<Record<string, number>>;
  @ApiProperty({ type: [ActiveDayDto] }) readonly days!: readonly ActiveDayDto[];
}

export class RelationshipNowDto {
  @ApiProperty({ description: '0-100' }) readonly level!: number;
  @ApiProperty({ description: '0-100' }) readonly trust!: number;
  @ApiProperty({ description: '0-100' }) readonly intimacy!: number;
  @ApiProperty() readonly totalInteractions!: number;
  @ApiProperty() readonly stage!: string;
}

export class ConversationAnalyticsDto extends ConversationFiguresDto {
  @ApiProperty({ format: 'uuid' }) readonly conversationId!: string;
  @ApiProperty({ type: RelationshipNowDto, nullable: true }) readonly relationship!: RelationshipNowDto | null;
}

export class ContextMessageDto {
  @ApiProperty({ enum: ['user', 'assistant', 'system'] }) readonly role!: string;
  @ApiProperty() readonly content!: string;
  @ApiProperty(TIME) readonly timestamp!: Date;
}

export class ActiveMemoryDto {
  @ApiProperty({ format: 'uuid' }) readonly memoryId!: string;
  @ApiProperty({ description: '0-1' }) readonly relevance!: number;
  @ApiProperty() readonly content!: string;
  @ApiProperty({ description: 'Why it was chosen.' }) readonly reason!: string;
}

/** What an answer would be made from now. */
export class ConversationContextDto {
  @ApiProperty({ format: 'uuid' }) readonly conversationId!: string;
  @ApiProperty({ type: [ContextMessageDto] }) readonly recentMessages!: readonly ContextMessageDto[];
  @ApiProperty({ type: [ActiveMemoryDto] }) readonly activeMemories!: readonly ActiveMemoryDto[];
  @ApiProperty({ type: ConversationStateDto }) readonly state!: ConversationStateDto;
  @ApiProperty(TIME) readonly updatedAt!: Date;
}
