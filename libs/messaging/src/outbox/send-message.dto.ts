import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBase64,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

import { LONGEST_TEXT } from './split-text.js';

/** A longer text becomes so many messages at the most. */
const MAX_PARTS = 10;
const MAX_TEXT = MAX_PARTS * LONGEST_TEXT;
const MAX_PARAMETERS = 50;
const MAX_PARAMETER = 1_024;
/** At least one character that is kept: NUL is not. */
const SOMETHING = /[^\0]/;
const MIME_TYPE = /^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/i;

export class SendMediaDto {
  @ApiProperty({ description: 'The bytes as base64.' })
  @IsBase64()
  @IsNotEmpty()
  readonly data!: string;

  @ApiPropertyOptional({ example: 'image/jpeg', description: 'Checked against the content; found out when absent.' })
  @IsOptional()
  @IsString()
  @Matches(MIME_TYPE, { message: 'mime_type must be a type such as image/jpeg' })
  @MaxLength(100)
  readonly mime_type?: string;

  @ApiPropertyOptional({ maxLength: 255 })
  @IsOptional()
  @IsString()
  @Matches(SOMETHING, { message: 'file_name must not be empty' })
  @MaxLength(255)
  readonly file_name?: string;
}

export class SendTemplateDto {
  @ApiProperty({ example: 'appointment_reminder' })
  @IsString()
  @Matches(/^[a-z0-9_]{1,512}$/, { message: 'name takes lower-case letters, digits and _' })
  readonly name!: string;

  @ApiProperty({ example: 'en_US' })
  @IsString()
  @Matches(/^[a-z]{2,3}(_[A-Z]{2})?$/, { message: 'language must be a code such as en or en_US' })
  readonly language!: string;

  @ApiPropertyOptional({ type: [String], description: 'What fills its places, in order.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_PARAMETERS)
  @IsString({ each: true })
  @MaxLength(MAX_PARAMETER, { each: true })
  readonly parameters?: string[];
}

/** A message of the operator: a text, an attachment with the text as its caption, or an approved template. */
export class SendMessageDto {
  @ApiPropertyOptional({
    maxLength: MAX_TEXT,
    description: `More than ${String(LONGEST_TEXT)} UTF-16 units (4096 with cloud-api) become several messages, split at a word. With \`media\` it is the caption.`,
  })
  @IsOptional()
  @IsString()
  @Matches(SOMETHING, { message: 'text must not be empty' })
  @MaxLength(MAX_TEXT)
  readonly text?: string;

  @ApiPropertyOptional({ description: "Id of the message of this chat that it answers: ours or WhatsApp's." })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  readonly reply_to?: string;

  @ApiPropertyOptional({ type: SendMediaDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => SendMediaDto)
  readonly media?: SendMediaDto;

  @ApiPropertyOptional({ type: SendTemplateDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => SendTemplateDto)
  readonly template?: SendTemplateDto;
}

export class SentMessageDto {
  @ApiProperty({ description: 'Id in the outbox, of the first part when the text was split.' }) readonly id!: string;
  @ApiProperty({ description: "WhatsApp's id of the message." }) readonly external_id!: string;
  @ApiProperty() readonly state!: string;
}
