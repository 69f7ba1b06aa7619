import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

import type { CharacterMaturity } from './character-sheet.js';
import { IsLanguage } from './is-language.decorator.js';
import { IsPlainText } from './is-plain-text.decorator.js';

export const ADULT_AGE = 18;
/** Vampires are old. */
const OLDEST = 100_000;
const LONGEST_TEXT = 20_000;
const LONGEST_LINE = 2_000;
const LONGEST_TRAIT = 1_000;
const MATURITIES: readonly CharacterMaturity[] = ['general', 'mature'];

/** May be left out, and is not null. */
const Absent = () => ValidateIf((_, value: unknown) => value !== undefined);

export class ExampleDialogueDto {
  @ApiProperty({ type: String, maxLength: LONGEST_LINE, description: 'May be empty: the character speaks first.' })
  @IsPlainText({ longest: LONGEST_LINE, empty: true })
  readonly user!: string;

  @ApiProperty({ type: String, maxLength: LONGEST_LINE })
  @IsPlainText({ longest: LONGEST_LINE })
  readonly character!: string;
}

export class ModelSettingsDto {
  @ApiPropertyOptional({ type: Number, minimum: 0, maximum: 2, example: 0.8, description: 'None: `LLM_TEMPERATURE`.' })
  @Absent()
  @IsNumber()
  @Min(0)
  @Max(2)
  readonly temperature?: number;

  @ApiPropertyOptional({
    type: Number,
    minimum: 16,
    maximum: 4_000,
    example: 500,
    description: 'Longest answer, in tokens; none: `LLM_MAX_TOKENS`.',
  })
  @Absent()
  @IsInt()
  @Min(16)
  @Max(4_000)
  readonly maxTokens?: number;

  @ApiPropertyOptional({ type: Number, minimum: 0.01, maximum: 1 })
  @Absent()
  @IsNumber()
  @Min(0.01)
  @Max(1)
  readonly topP?: number;

  @ApiPropertyOptional({ type: String, description: 'Name of a model of the provider; none: `LLM_MODEL`.' })
  @Absent()
  @Matches(/^[\w./:@-]{1,200}$/, { message: 'model must be the name of a model' })
  readonly model?: string;
}

/** What is written about a character. */
export class CharacterSheetDto {
  @ApiProperty({ type: String, maxLength: 100, example: 'Vera' })
  @IsPlainText({ longest: 100, oneLine: true })
  readonly name!: string;

  @ApiProperty({ type: Number, minimum: ADULT_AGE, maximum: OLDEST, example: 34 })
  @IsInt()
  @Min(ADULT_AGE)
  @Max(OLDEST)
  readonly age!: number;

  @ApiProperty({ type: String, maxLength: 50, example: 'woman' })
  @IsPlainText({ longest: 50, oneLine: true })
  readonly gender!: string;

  @ApiProperty({ type: [String], maxItems: 50, example: ['warm', 'curious'] })
  @IsArray()
  @ArrayMaxSize(50)
  @IsPlainText({ longest: LONGEST_TRAIT }, { each: true })
  readonly traits!: string[];

  @ApiProperty({ type: String, maxLength: LONGEST_TEXT, description: 'Background.' })
  @IsPlainText({ longest: LONGEST_TEXT, empty: true })
  readonly description!: string;

  @ApiPropertyOptional({ type: String, maxLength: LONGEST_LINE, default: '' })
  @Absent()
  @IsPlainText({ longest: LONGEST_LINE, empty: true })
  readonly speechStyle?: string;

  @ApiPropertyOptional({ type: [ExampleDialogueDto], maxItems: 40 })
  @Absent()
  @IsArray()
  @ArrayMaxSize(40)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ExampleDialogueDto)
  readonly exampleDialogues?: ExampleDialogueDto[];

  @ApiPropertyOptional({ type: [String], maxItems: 20, description: 'BCP 47. None: that of the person.' })
  @Absent()
  @IsArray()
  @ArrayMaxSize(20)
  @IsLanguage({ each: true })
  readonly languages?: string[];

  @ApiPropertyOptional({ type: [String], maxItems: 50 })
  @Absent()
  @IsArray()
  @ArrayMaxSize(50)
  @IsPlainText({ longest: LONGEST_LINE }, { each: true })
  readonly boundaries?: string[];

  @ApiPropertyOptional({ enum: MATURITIES, default: 'general' })
  @Absent()
  @IsIn(MATURITIES)
  readonly maturity?: CharacterMaturity;

  @ApiPropertyOptional({ type: ModelSettingsDto })
  @Absent()
  @IsObject()
  @ValidateNested()
  @Type(() => ModelSettingsDto)
  readonly modelSettings?: ModelSettingsDto;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'How a new web conversation begins.' })
  @IsOptional()
  @IsPlainText({ longest: 4_000 })
  readonly greeting?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsPlainText({ longest: LONGEST_TEXT })
  readonly scenario?: string | null;

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Gives the model the instructions of the card.' })
  @Absent()
  @IsBoolean()
  readonly useCardInstructions?: boolean;
}
