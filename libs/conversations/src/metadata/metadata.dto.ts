import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';

import { CATEGORIES, LabelsDto, SENTIMENTS, UntaggedDto, type Category, type Sentiment } from '#messaging';
import { IsInstant } from '#security';

const MAX_UPDATES = 1_000;
const MAX_TAGS = 20;
const MAX_ID = 200;

/** What the operator says of a message or a chat; null takes back what was said before. */
class CorrectionDto {
  @ApiPropertyOptional({ enum: [...SENTIMENTS, null], nullable: true, description: 'null takes a correction back.' })
  @IsOptional()
  @IsIn(SENTIMENTS)
  readonly sentiment?: Sentiment | null;

  @ApiPropertyOptional({ enum: [...CATEGORIES, null], nullable: true, description: 'null takes a correction back.' })
  @IsOptional()
  @IsIn(CATEGORIES)
  readonly category?: Category | null;

  @ApiPropertyOptional({
    type: [String],
    nullable: true,
    description: 'All of its tags, of METADATA_TAGS; [] for none. null takes a correction back.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_TAGS)
  @ArrayUnique()
  @IsString({ each: true })
  readonly tags?: string[] | null;
}

export class MessageUpdateDto extends CorrectionDto {
  @ApiProperty({ description: "Our id or WhatsApp's." })
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_ID)
  readonly message_id!: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  readonly is_read?: boolean;

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  readonly is_processed?: boolean;
}

export class ChatUpdateDto extends CorrectionDto {
  @ApiProperty({ description: "Our id or WhatsApp's." })
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_ID)
  readonly chat_id!: string;
}

export class UpdateMetadataDto {
  @ApiPropertyOptional({ type: [MessageUpdateDto], maxItems: MAX_UPDATES })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_UPDATES)
  @ValidateNested({ each: true })
  @Type(() => MessageUpdateDto)
  readonly updates?: MessageUpdateDto[];

  @ApiPropertyOptional({ type: [ChatUpdateDto], maxItems: MAX_UPDATES })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_UPDATES)
  @ValidateNested({ each: true })
  @Type(() => ChatUpdateDto)
  readonly chats?: ChatUpdateDto[];
}

export class ArchivedMessageDto {
  @ApiProperty() readonly message_id!: string;
  @ApiProperty() readonly chat_id!: string;
}

export class MetadataUpdatedDto {
  @ApiProperty() readonly success!: boolean;
  @ApiProperty() readonly updated_messages!: number;
  @ApiProperty() readonly updated_chats!: number;
  @ApiProperty({ type: [String] }) readonly unknown_message_ids!: string[];
  @ApiProperty({ type: [ArchivedMessageDto], description: 'Not changed: bring their chats back first.' })
  readonly archived_messages!: ArchivedMessageDto[];
  @ApiProperty({ type: [String] }) readonly unknown_chat_ids!: string[];
}

export class RunMetadataDto {
  @ApiPropertyOptional({ type: [String], description: "Our ids or WhatsApp's; none: all chats." })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_UPDATES)
  @IsString({ each: true })
  @MaxLength(MAX_ID, { each: true })
  readonly chat_ids?: string[];

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Only what was sent from then on.' })
  @IsOptional()
  @IsInstant()
  readonly since?: string;
}

export class MetadataRunStartedDto {
  @ApiProperty() readonly success!: boolean;
  @ApiProperty({ description: '`GET /api/conversations/tasks/{task_id}` tells how far it is.' })
  readonly task_id!: string;
  @ApiProperty({ type: [String] }) readonly unknown_chat_ids!: string[];
}

export class AnalyzedMessageDto extends LabelsDto {
  @ApiProperty() readonly success!: boolean;
  @ApiProperty() readonly message_id!: string;
  @ApiProperty() readonly chat_id!: string;
  @ApiProperty({ description: "WhatsApp's id of the message." }) readonly external_id!: string;
  @ApiProperty({ type: [UntaggedDto], description: 'What could not be told, and why.' })
  readonly untagged!: UntaggedDto[];
}
