import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches, ValidateIf } from 'class-validator';

import { PageQueryDto } from '#security';

import type { CharacterStatus } from '../character.js';
import { CharacterSheetDto } from '../sheet/character-sheet.dto.js';
import type { CharacterMaturity } from '../sheet/character-sheet.js';

const STATUSES: readonly CharacterStatus[] = ['active', 'retired'];
export const SLUG = /^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/;
export const SLUG_RULE = { message: 'slug must be small letters and digits, with hyphens between' };

export class NewCharacterDto extends CharacterSheetDto {
  @ApiPropertyOptional({ type: String, maxLength: 60, description: 'Its name in addresses; none: made from `name`.' })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @Matches(SLUG, SLUG_RULE)
  readonly slug?: string;
}

/** What is left out stays. */
export class ChangeCharacterDto extends PartialType(CharacterSheetDto, { skipNullProperties: false }) {
  @ApiPropertyOptional({ enum: STATUSES })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsIn(STATUSES)
  readonly status?: CharacterStatus;
}

export class CharacterListQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: [...STATUSES, 'all'], default: 'active' })
  @IsOptional()
  @IsIn([...STATUSES, 'all'])
  readonly status: CharacterStatus | 'all' = 'active';

  @ApiPropertyOptional({ enum: ['general', 'mature'] })
  @IsOptional()
  @IsIn(['general', 'mature'])
  readonly maturity?: CharacterMaturity;
}

export class ExportQueryDto {
  @ApiPropertyOptional({ enum: ['v2', 'v3', 'png'], default: 'v3' })
  @IsOptional()
  @IsIn(['v2', 'v3', 'png'])
  readonly format: 'v2' | 'v3' | 'png' = 'v3';
}

export class ImportFormDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'a V2 or V3 card, as .json or .png' })
  readonly file!: unknown;

  @ApiPropertyOptional({ type: Number, minimum: 18, description: 'needed when the card does not tell it' })
  readonly age?: number;

  @ApiPropertyOptional({ type: String })
  readonly gender?: string;

  @ApiPropertyOptional({ type: String })
  readonly slug?: string;

  @ApiPropertyOptional({ enum: ['general', 'mature'], default: 'general', description: 'never what the card says' })
  readonly maturity?: CharacterMaturity;
}

export class AvatarFormDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'PNG, JPEG or WebP, at most 2 MiB' })
  readonly file!: unknown;
}
