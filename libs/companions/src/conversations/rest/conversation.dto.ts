import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';

import { PageQueryDto } from '#security';

import { IsPlainText } from '../../characters/sheet/is-plain-text.decorator.js';

/** A title that somebody gives. */
const TITLE = { longest: 120, oneLine: true } as const;
/** A client's own name for something that it makes. */
export const CLIENT_ID = /^[A-Za-z0-9_.:-]{1,100}$/;
export const CLIENT_ID_RULE = { message: 'clientId takes 1 to 100 letters, digits and _ . : -' };

const isGiven = (_: unknown, value: unknown): boolean => value !== undefined;

export class NewConversationDto {
  @ApiProperty({ description: 'Id or slug of the character, or `default`.' })
  @IsPlainText({ longest: 100, oneLine: true })
  readonly characterId!: string;

  @ApiPropertyOptional({
    type: String,
    description:
      'Whose it is: the id of the contact, a phone number, a WhatsApp id, or an id of your own. Left out by people, who speak for themselves.',
  })
  @ValidateIf(isGiven)
  @IsPlainText({ longest: 200, oneLine: true })
  readonly userId?: string;

  @ApiPropertyOptional({ type: String, maxLength: TITLE.longest, description: 'None: made from the talk.' })
  @ValidateIf(isGiven)
  @IsPlainText(TITLE)
  readonly title?: string;

  @ApiPropertyOptional({ type: String, description: 'The same one again gives the conversation that it made.' })
  @ValidateIf(isGiven)
  @IsString()
  @Matches(CLIENT_ID, CLIENT_ID_RULE)
  readonly clientId?: string;
}

export class ChangeConversationDto {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: TITLE.longest,
    description: 'null: made from the talk again.',
  })
  @ValidateIf((_, value: unknown) => value !== undefined && value !== null)
  @IsPlainText(TITLE)
  readonly title?: string | null;

  @ApiPropertyOptional({ enum: ['active', 'archived'] })
  @ValidateIf(isGiven)
  @IsIn(['active', 'archived'])
  readonly status?: 'active' | 'archived';
}

export class ConversationListQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 100, default: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  override readonly limit: number = 20;

  @ApiPropertyOptional({ enum: ['active', 'archived', 'all'], default: 'active' })
  @IsOptional()
  @IsIn(['active', 'archived', 'all'])
  readonly status: 'active' | 'archived' | 'all' = 'active';

  @ApiPropertyOptional({ enum: ['web', 'whatsapp'], description: 'None: both.' })
  @IsOptional()
  @IsIn(['web', 'whatsapp'])
  readonly channel?: 'web' | 'whatsapp';

  @ApiPropertyOptional({ type: String, description: 'Only of this person; `me` for people.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly userId?: string;
}
