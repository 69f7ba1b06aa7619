import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';

import { IsInstant } from '#security';

import { LabelsDto, toLabelsDto } from '../labels/label.dto.js';
import type { ReplyMode } from './chat.entity.js';
import type { ChatView } from './chat-reader.service.js';

/** A chat as the API shows it. */
export class ChatDto extends LabelsDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ description: "WhatsApp's id of the chat." }) readonly external_id!: string;
  @ApiProperty() readonly account_id!: string;
  @ApiProperty({ enum: ['direct', 'group', 'broadcast', 'status', 'newsletter', 'unknown'] }) readonly kind!: string;
  @ApiProperty({ type: String, nullable: true }) readonly title!: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly contact_id!: string | null;
  @ApiProperty({ type: String, nullable: true, enum: ['auto', 'draft', 'paused', null] })
  readonly reply_mode!: ReplyMode | null;
  @ApiProperty({ type: Boolean, nullable: true }) readonly allowed!: boolean | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly opted_out_at!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly taken_over_until!: Date | null;
  @ApiProperty() readonly message_count!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly last_message_at!: Date | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When its messages were put into an archive. They are read and found as before.',
  })
  readonly archived_at!: Date | null;
  @ApiProperty({ type: String, format: 'date-time' }) readonly created_at!: Date;
}

export class ChatPageDto {
  @ApiProperty({ type: [ChatDto] }) readonly chats!: ChatDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next_cursor!: string | null;
}

/** What may be changed in a chat. */
export class ChangeChatDto {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    enum: ['auto', 'draft', 'paused', null],
    description: 'null: as `REPLY_MODE` says.',
  })
  @IsOptional()
  @IsIn(['auto', 'draft', 'paused'])
  readonly reply_mode?: ReplyMode | null;

  @ApiPropertyOptional({ type: Boolean, nullable: true, description: 'null: as `ALLOW_LIST` says.' })
  @IsOptional()
  @IsBoolean()
  readonly allowed?: boolean | null;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true, description: 'null hands the chat back.' })
  @IsOptional()
  @IsInstant()
  readonly taken_over_until?: string | null;
}

export function toChatDto(chat: ChatView): ChatDto {
  return {
    id: chat.id,
    external_id: chat.externalId,
    account_id: chat.accountId,
    kind: chat.kind,
    title: chat.title ?? chat.contactName,
    contact_id: chat.contactId,
    reply_mode: chat.replyMode,
    allowed: chat.allowed,
    opted_out_at: chat.optedOutAt,
    taken_over_until: chat.takenOverUntil,
    message_count: chat.messageCount,
    last_message_at: chat.lastMessageAt,
    archived_at: chat.archivedAt,
    created_at: chat.createdAt,
    ...toLabelsDto(chat.labels),
  };
}
