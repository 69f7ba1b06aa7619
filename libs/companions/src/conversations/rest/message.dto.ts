import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';

import { PageQueryDto } from '#security';

import { CLIENT_ID, CLIENT_ID_RULE } from './conversation.dto.js';

/** What a message may be. Only text can be sent. */
export const MESSAGE_TYPES = ['text', 'image', 'voice', 'system'] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];

/** More than any message may have, whatever `MAX_MESSAGE_LENGTH` says. */
const MOST_TEXT = 100_000;
const MOST_OFFSET = 100_000;

export class NewMessageDto {
  @ApiProperty({ description: 'The text, at most `MAX_MESSAGE_LENGTH` UTF-16 units.' })
  @IsString()
  @MaxLength(MOST_TEXT)
  readonly content!: string;

  @ApiPropertyOptional({ enum: MESSAGE_TYPES, default: 'text', description: 'Only `text` can be sent.' })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsIn(MESSAGE_TYPES)
  readonly type: MessageType = 'text';

  @ApiPropertyOptional({
    type: String,
    description: 'The same one again sends nothing and gives the message that is there.',
  })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsString()
  @Matches(CLIENT_ID, CLIENT_ID_RULE)
  readonly clientId?: string;
}

export class ReadMessagesDto {
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'The last message that was read. None: all of them.',
  })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsUUID()
  readonly upTo?: string;
}

export class ConversationMessagesQueryDto extends PageQueryDto {
  @ApiPropertyOptional({
    type: Number,
    minimum: 0,
    maximum: MOST_OFFSET,
    description: 'How many to pass over. `cursor` is faster, and misses nothing while people write.',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MOST_OFFSET)
  readonly offset?: number;
}

export class ConversationSearchQueryDto extends PageQueryDto {
  @ApiProperty({ description: 'Words that must all occur, in any of their forms.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  readonly q!: string;
}
