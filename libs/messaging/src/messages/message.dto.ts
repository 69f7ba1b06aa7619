import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

import { LabelsDto, toLabelsDto, UntaggedDto } from '../labels/label.dto.js';
import { LabelledPageDto } from '../labels/labelled-page.dto.js';
import type { MediaView, ReactionView } from './message-additions.js';
import type { MessageView } from './message-view.js';

/** An attachment as the API shows it: `GET /api/messages/{id}/media` gives its content. */
export class MessageMediaDto {
  @ApiProperty({ enum: ['pending', 'stored', 'skipped', 'failed'] }) readonly state!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Why it is not kept.' }) readonly reason!: string | null;
  @ApiProperty({ description: 'What its content shows; until it is stored, what its sender says.' })
  readonly mime_type!: string;
  @ApiProperty({ type: String, nullable: true }) readonly file_name!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Bytes.' }) readonly size!: number | null;
}

/** What somebody makes of a message. */
export class MessageReactionDto {
  @ApiProperty() readonly emoji!: string;
  @ApiProperty({ type: String, nullable: true, description: 'null for us and the owner.' })
  readonly sender_id!: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly sender_name!: string | null;
  @ApiProperty() readonly from_me!: boolean;
  @ApiProperty({ type: String, format: 'date-time' }) readonly at!: Date;
}

/** A message as the API shows it. */
export class MessageDto extends LabelsDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly chat_id!: string;
  @ApiProperty({ description: "WhatsApp's id of the message." }) readonly external_id!: string;
  @ApiProperty({ enum: ['contact', 'owner', 'assistant', 'system'] }) readonly author!: string;
  @ApiProperty({ type: String, nullable: true }) readonly sender_id!: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly sender_name!: string | null;
  @ApiProperty() readonly kind!: string;
  @ApiProperty({ type: String, nullable: true }) readonly text!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: '-1 error, 0 pending, 1 server, 2 device, 3 read.' })
  readonly ack!: number | null;
  @ApiProperty({ type: String, nullable: true }) readonly quoted_id!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'pending, turn or skipped; null for what is never answered.',
  })
  readonly route!: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly route_reason!: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) readonly sent_at!: Date;
  @ApiProperty({ type: String, format: 'date-time' }) readonly stored_at!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly edited_at!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly revoked_at!: Date | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the operator noted it as read.',
  })
  readonly read_at!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly processed_at!: Date | null;
  @ApiProperty({ type: [UntaggedDto], description: 'What could not be told about it, and why.' })
  readonly untagged!: UntaggedDto[];
  @ApiProperty({ type: MessageMediaDto, nullable: true }) readonly media!: MessageMediaDto | null;
  @ApiProperty({ type: [MessageReactionDto] }) readonly reactions!: MessageReactionDto[];
}

export class MessagePageDto {
  @ApiProperty({ type: [MessageDto] }) readonly messages!: MessageDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next_cursor!: string | null;
  @ApiProperty({
    type: [String],
    description:
      'Archives that are damaged and may hold messages of this page: `GET /api/conversations/archives?state=damaged`.',
  })
  readonly unreadable_archives!: readonly string[];
}

export class SearchQueryDto extends LabelledPageDto {
  @ApiProperty({ description: 'Words that must all occur, in any of their forms.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  readonly q!: string;

  @ApiPropertyOptional({ description: 'Only in this chat.' })
  @IsOptional()
  @IsString()
  readonly chat?: string;
}

export function toMessageDto(message: MessageView): MessageDto {
  return {
    id: message.id,
    chat_id: message.chatId,
    external_id: message.externalId,
    author: message.author,
    sender_id: message.senderId,
    sender_name: message.senderName,
    kind: message.kind,
    text: message.text,
    ack: message.ack,
    quoted_id: message.quotedId,
    route: message.route,
    route_reason: message.routeReason,
    sent_at: message.sentAt,
    stored_at: message.storedAt,
    edited_at: message.editedAt,
    revoked_at: message.revokedAt,
    read_at: message.readAt,
    processed_at: message.processedAt,
    ...toLabelsDto(message.labels),
    untagged: [...message.labels.untagged],
    media: message.media && toMediaDto(message.media),
    reactions: message.reactions.map(toReactionDto),
  };
}

function toMediaDto({ state, reason, mimeType, fileName, size }: MediaView): MessageMediaDto {
  return { state, reason, mime_type: mimeType, file_name: fileName, size };
}

function toReactionDto({ emoji, senderId, senderName, fromMe, at }: ReactionView): MessageReactionDto {
  return { emoji, sender_id: senderId, sender_name: senderName, from_me: fromMe, at };
}
