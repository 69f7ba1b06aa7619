import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

import type { Page } from '#kernel';

import type { ShownMessage } from '../shown-message.js';
import { MESSAGE_TYPES, type MessageType } from './message.dto.js';

const TIME = { type: String, format: 'date-time' } as const;
const TEXT_OR_NULL = { type: String, nullable: true } as const;
const NUMBER_OR_NULL = { type: Number, nullable: true } as const;

/** What is known of a message beside its text; null where nothing is. */
export class ConversationMessageMetadataDto {
  @ApiProperty({ ...NUMBER_OR_NULL, description: 'That the answer took; on its first message.' })
  readonly tokens!: number | null;
  @ApiProperty({ ...NUMBER_OR_NULL, description: 'Milliseconds that the answer took.' })
  readonly generationTime!: number | null;
  @ApiProperty(TEXT_OR_NULL) readonly model!: string | null;
  @ApiProperty(TEXT_OR_NULL) readonly mood!: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) readonly isNSFW!: boolean | null;
}

export class ConversationMessageDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly conversationId!: string;
  @ApiProperty({ ...TEXT_OR_NULL, description: 'The person or the character.' }) readonly senderId!: string | null;
  @ApiProperty({ enum: ['user', 'character'], description: 'What the owner writes by hand counts as the character.' })
  readonly senderType!: string;
  @ApiProperty() readonly content!: string;
  @ApiProperty({ enum: MESSAGE_TYPES }) readonly type!: MessageType;
  @ApiProperty({ type: ConversationMessageMetadataDto }) readonly metadata!: ConversationMessageMetadataDto;
  @ApiProperty({ enum: ['sent', 'delivered', 'read'] }) readonly status!: string;
  @ApiProperty({ ...TIME, nullable: true, description: 'By the other side.' }) readonly readAt!: Date | null;
  @ApiProperty(TIME) readonly createdAt!: Date;
  @ApiPropertyOptional({ type: String, description: "The sender's own name for it." }) readonly clientId?: string;
  @ApiPropertyOptional({ type: String, description: 'The answer it is part of, as in `character:response`.' })
  readonly responseId?: string;
  @ApiPropertyOptional({ type: Number, description: 'Its place in the answer, from 0.' }) readonly part?: number;
  @ApiPropertyOptional({ type: Number, description: 'Of so many.' }) readonly parts?: number;
}

export class ConversationMessagePageDto {
  @ApiProperty({ type: [ConversationMessageDto] }) readonly messages!: ConversationMessageDto[];
  @ApiProperty(TEXT_OR_NULL) readonly nextCursor!: string | null;
}

export class MessagesReadDto {
  @ApiProperty({ description: 'How many were noted as read now.' }) readonly read!: number;
  @ApiProperty(TIME) readonly readAt!: Date;
}

export function toMessagePageDto({ items, nextCursor }: Page<ShownMessage>): ConversationMessagePageDto {
  return { messages: [...items], nextCursor };
}
