import { ApiProperty } from '@nestjs/swagger';

import type { ShownConversation } from '../shown-conversation.js';

const TIME = { type: String, format: 'date-time' } as const;
const TIME_OR_NULL = { ...TIME, nullable: true } as const;
const TEXT_OR_NULL = { type: String, nullable: true } as const;

export class ConversationMetadataDto {
  @ApiProperty(TIME) readonly startedAt!: Date;
  @ApiProperty({ ...TEXT_OR_NULL, description: 'Of the person.' }) readonly mood!: string | null;
  @ApiProperty({ type: [String], description: 'What was talked about, the latest last.' }) readonly topics!: string[];
  @ApiProperty({ description: '0-100.' }) readonly relationshipLevel!: number;
}

/** Where a conversation stands. */
export class ConversationStateDto {
  @ApiProperty(TEXT_OR_NULL) readonly currentTopic!: string | null;
  @ApiProperty(TEXT_OR_NULL) readonly mood!: string | null;
  @ApiProperty({ description: '0-10.' }) readonly nsfwLevel!: number;
  @ApiProperty(TEXT_OR_NULL) readonly lastUserIntent!: string | null;
}

/** A conversation of a person with a character. */
export class ConversationDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid', description: 'The contact.' }) readonly userId!: string;
  @ApiProperty({ format: 'uuid', description: 'Who answers in it.' }) readonly characterId!: string;
  @ApiProperty(TEXT_OR_NULL) readonly title!: string | null;
  @ApiProperty({ enum: ['active', 'archived'] }) readonly status!: string;
  @ApiProperty({ enum: ['web', 'whatsapp'] }) readonly channel!: string;
  @ApiProperty(TIME_OR_NULL) readonly lastMessageAt!: Date | null;
  @ApiProperty() readonly messageCount!: number;
  @ApiProperty({ type: ConversationMetadataDto }) readonly metadata!: ConversationMetadataDto;
  @ApiProperty({ type: ConversationStateDto }) readonly state!: ConversationStateDto;
  @ApiProperty(TIME) readonly createdAt!: Date;
  @ApiProperty(TIME) readonly updatedAt!: Date;
}

export class ConversationPageDto {
  @ApiProperty({ type: [ConversationDto] }) readonly conversations!: ConversationDto[];
  @ApiProperty(TEXT_OR_NULL) readonly nextCursor!: string | null;
}

export function toConversationDto({
  conversation,
  characterId,
  relationshipLevel,
}: ShownConversation): ConversationDto {
  const { id, contactId, title, status, channel, lastMessageAt, messageCount, createdAt, updatedAt } = conversation;
  const { startedAt, mood, topics, currentTopic, nsfwLevel, intent } = conversation;
  return {
    id,
    userId: contactId,
    characterId,
    ...{ title, status, channel, lastMessageAt, messageCount },
    metadata: { startedAt, mood, topics: [...topics], relationshipLevel: Math.round(relationshipLevel) },
    state: { currentTopic, mood, nsfwLevel: Math.round(nsfwLevel), lastUserIntent: intent },
    ...{ createdAt, updatedAt },
  };
}
