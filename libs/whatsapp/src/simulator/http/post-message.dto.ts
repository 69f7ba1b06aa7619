import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';

import type { MessageKind } from '../../port/incoming-message.js';

export const MESSAGE_KINDS: readonly MessageKind[] = [
  'text',
  'image',
  'video',
  'voice',
  'audio',
  'document',
  'sticker',
  'location',
  'contact',
  'poll',
  'call',
  'system',
  'unknown',
];

/** More than WhatsApp lets through, so that what is too long can be tried. */
const LONGEST_BODY = 100_000;
const MESSAGE_ID = /^[\w.:@+/=-]{1,128}$/;

export class PostMessageDto {
  @ApiProperty({ example: '+34600000001', description: 'The phone that writes: a number, or an id (…@c.us, …@lid)' })
  @IsString()
  @Length(1, 128)
  readonly from!: string;

  @ApiPropertyOptional({ example: 'Guest' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly name?: string;

  @ApiPropertyOptional({ description: 'The chat, when it is not the direct one: a phone or any id of WhatsApp' })
  @IsOptional()
  @IsString()
  @Length(1, 128)
  readonly chat?: string;

  @ApiPropertyOptional({ description: 'The group it is written in: its …@g.us id, or a name of your choice' })
  @IsOptional()
  @IsString()
  @Length(1, 128)
  readonly group?: string;

  @ApiPropertyOptional({ example: 'hello', description: 'The text, or the caption. May be left out for media' })
  @ValidateIf((message: PostMessageDto) => message.body !== undefined || (message.kind ?? 'text') === 'text')
  @IsString()
  @MaxLength(LONGEST_BODY)
  readonly body?: string;

  @ApiPropertyOptional({ description: 'The message id. The same id again is the same message delivered again' })
  @IsOptional()
  @Matches(MESSAGE_ID, { message: 'id takes 1 to 128 letters, digits and . : @ + / = - _' })
  readonly id?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Length(10, 35)
  @Matches(/^\d{4}-\d\d-\d\d(T|$)/, { message: 'sent_at takes a date and a time such as 2026-01-05T12:00:00Z' })
  readonly sent_at?: string;

  @ApiPropertyOptional({ enum: MESSAGE_KINDS, default: 'text' })
  @IsOptional()
  @IsIn(MESSAGE_KINDS)
  readonly kind?: MessageKind;

  @ApiPropertyOptional({ description: 'Id of the message that this one answers' })
  @IsOptional()
  @Matches(MESSAGE_ID, { message: 'quoted_id takes 1 to 128 letters, digits and . : @ + / = - _' })
  readonly quoted_id?: string;

  @ApiPropertyOptional({ type: [String], description: 'Phones or ids that are mentioned; "me" is the secretary' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @Length(1, 128, { each: true })
  readonly mentions?: string[];

  @ApiPropertyOptional({ description: 'The owner wrote it, from another device, in the chat with `from`' })
  @IsOptional()
  @IsBoolean()
  readonly from_me?: boolean;

  @ApiPropertyOptional({ example: '123456789012345@lid', description: 'The LID that WhatsApp shows beside the phone' })
  @IsOptional()
  @Matches(/^\d{5,20}@lid$/, { message: 'lid takes 5 to 20 digits and @lid' })
  readonly lid?: string;

  @ApiPropertyOptional({ example: '+34600000001', description: 'The phone that WhatsApp shows beside a LID' })
  @IsOptional()
  @Matches(/^\+\d{5,15}$/, { message: 'phone takes + and 5 to 15 digits' })
  readonly phone?: string;

  @ApiPropertyOptional({ description: 'The secretary is never told: only the history of the account has it' })
  @IsOptional()
  @IsBoolean()
  readonly unheard?: boolean;
}
