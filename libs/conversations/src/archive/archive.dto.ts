import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';

import { IsInstant, PageQueryDto } from '#security';

import { ARCHIVE_STATES, type ArchiveState } from './archive.entity.js';
import type { ArchiveView } from './archive-list.service.js';
import type { SurveyedChat } from './scoring/chat-survey.service.js';

const MOST_CHATS = 1_000;
const LONGEST_ID = 200;

export class ArchiveChatsDto {
  @ApiProperty({ type: [String], description: "Our ids of chats, or WhatsApp's (`34600000001@c.us`)." })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CHATS)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(LONGEST_ID, { each: true })
  readonly chat_ids!: string[];

  @ApiPropertyOptional({ description: 'Kept with the archive, so that it is found by it. Not encrypted.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly reason?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'None: as `COMPRESS_ARCHIVES` says.' })
  @IsOptional()
  @IsBoolean()
  readonly compress?: boolean;
}

export class PreviewArchiveDto {
  @ApiPropertyOptional({ type: [String], description: 'None: the chats that the night run looks at.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CHATS)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(LONGEST_ID, { each: true })
  readonly chat_ids?: string[];
}

export class UnarchiveChatDto {
  @ApiProperty({ description: "Our id of a chat, or WhatsApp's." })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_ID)
  readonly chat_id!: string;
}

export class ListArchivesDto extends PageQueryDto {
  @ApiPropertyOptional({ description: "Only of this chat: our id, or WhatsApp's." })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_ID)
  readonly chat_id?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Made then or later.' })
  @IsOptional()
  @IsInstant()
  readonly from?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Made then or before.' })
  @IsOptional()
  @IsInstant()
  readonly to?: string;

  @ApiPropertyOptional({ description: 'Only with exactly this reason.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly reason?: string;

  @ApiPropertyOptional({ enum: ARCHIVE_STATES, description: 'Only those in this state.' })
  @IsOptional()
  @IsIn(ARCHIVE_STATES)
  readonly state?: ArchiveState;
}

export class ArchiveDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly chat_id!: string;
  @ApiProperty() readonly chat_external_id!: string;
  @ApiProperty({ type: String, nullable: true }) readonly chat_title!: string | null;
  @ApiProperty({ enum: ARCHIVE_STATES }) readonly state!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Why it could not be read or restored.' })
  readonly damage!: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly reason!: string | null;
  @ApiProperty({ description: 'Id of an API key, or of a schedule.' }) readonly requested_by!: string;
  @ApiProperty() readonly message_count!: number;
  @ApiProperty({ type: String, format: 'date-time' }) readonly first_message_at!: Date;
  @ApiProperty({ type: String, format: 'date-time' }) readonly last_message_at!: Date;
  @ApiProperty({ enum: ['postgres', 'files', 's3'] }) readonly store!: string;
  @ApiProperty({ enum: ['brotli', 'none'] }) readonly codec!: string;
  @ApiProperty({ description: 'Bytes that it takes.' }) readonly stored_bytes!: number;
  @ApiProperty({ description: 'Bytes that its rows held.' }) readonly original_bytes!: number;
  @ApiProperty({ description: 'SHA-256 over those of its segments, hex.' }) readonly sha256!: string;
  @ApiProperty({ type: String, format: 'date-time' }) readonly created_at!: Date;
}

export class ArchivePageDto {
  @ApiProperty({ type: [ArchiveDto] }) readonly archives!: ArchiveDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next_cursor!: string | null;
}

export class PreviewedChatDto {
  @ApiProperty() readonly chat_id!: string;
  @ApiProperty() readonly external_id!: string;
  @ApiProperty({ type: String, nullable: true }) readonly title!: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) readonly last_message_at!: Date;
  @ApiProperty() readonly message_count!: number;
  @ApiProperty({ enum: ['archive', 'keep'] }) readonly decision!: string;
  @ApiProperty({ description: '0-100: how much speaks for putting it away.' }) readonly score!: number;
  @ApiProperty({ type: [String], description: 'The deciding one first.' }) readonly reasons!: readonly string[];
}

export class ArchivePreviewDto {
  @ApiProperty({ type: [PreviewedChatDto] }) readonly chats!: PreviewedChatDto[];
  @ApiProperty({ type: [String] }) readonly unknown_chat_ids!: string[];
  @ApiProperty({ type: String, nullable: true }) readonly next_cursor!: string | null;
}

export function toArchiveDto(archive: ArchiveView): ArchiveDto {
  return {
    id: archive.id,
    chat_id: archive.chatId,
    chat_external_id: archive.chatExternalId,
    chat_title: archive.chatTitle,
    state: archive.state,
    damage: archive.damage,
    reason: archive.reason,
    requested_by: archive.requestedBy,
    message_count: archive.messageCount,
    first_message_at: archive.firstMessageAt,
    last_message_at: archive.lastMessageAt,
    store: archive.store,
    codec: archive.codec,
    stored_bytes: Number(archive.storedBytes),
    original_bytes: Number(archive.originalBytes),
    sha256: archive.sha256,
    created_at: archive.createdAt,
  };
}

export function toPreviewedDto(chat: SurveyedChat): PreviewedChatDto {
  return {
    chat_id: chat.chatId,
    external_id: chat.externalId,
    title: chat.title,
    last_message_at: chat.lastMessageAt,
    message_count: chat.messageCount,
    decision: chat.decision,
    score: chat.score,
    reasons: chat.reasons,
  };
}
