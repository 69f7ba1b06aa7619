import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Length, ValidateIf } from 'class-validator';

import { CONSENT_LANGUAGES } from '#messaging';

import { ReasonDto } from '../approval/engagement.dto.js';
import { ENGAGEMENT_TYPES, type EngagementType } from '../planning/engagement-type.js';
import type { NewTemplate } from './template-desk.service.js';
import { SCENARIOS, type Scenario, type Template } from './template.js';

const LONGEST = 1_000;
const OPTIONAL = { type: String, nullable: true } as const;

export class TemplateFilterDto {
  @ApiPropertyOptional({ enum: ENGAGEMENT_TYPES })
  @IsOptional()
  @IsIn(ENGAGEMENT_TYPES)
  readonly type?: EngagementType;

  @ApiPropertyOptional({ enum: CONSENT_LANGUAGES })
  @IsOptional()
  @IsIn(CONSENT_LANGUAGES)
  readonly language?: string;

  @ApiPropertyOptional({ enum: SCENARIOS })
  @IsOptional()
  @IsIn(SCENARIOS)
  readonly scenario?: Scenario;
}

export class AddTemplateDto {
  @ApiProperty({ enum: ENGAGEMENT_TYPES })
  @IsIn(ENGAGEMENT_TYPES)
  readonly type!: EngagementType;

  @ApiProperty({ enum: CONSENT_LANGUAGES })
  @IsIn(CONSENT_LANGUAGES)
  readonly language!: string;

  @ApiProperty({ enum: SCENARIOS })
  @IsIn(SCENARIOS)
  readonly scenario!: Scenario;

  @ApiProperty({ description: 'Its places are {name}, {memory}, {topic} and {event}.', maxLength: LONGEST })
  @IsString()
  @Length(1, LONGEST)
  readonly text!: string;

  @ApiPropertyOptional({ ...OPTIONAL, description: 'Comes first where an experiment sets this tone.', maxLength: 40 })
  @IsOptional()
  @ValidateIf((_, value) => value !== null)
  @IsString()
  @Length(1, 40)
  readonly tone?: string | null;

  @ApiPropertyOptional({ ...OPTIONAL, description: 'Of the template that Meta has approved.', maxLength: 512 })
  @IsOptional()
  @ValidateIf((_, value) => value !== null)
  @IsString()
  @Length(1, 512)
  readonly cloud_name?: string | null;

  @ApiPropertyOptional({ ...OPTIONAL, example: 'en_US', maxLength: 20 })
  @IsOptional()
  @ValidateIf((_, value) => value !== null)
  @IsString()
  @Length(1, 20)
  readonly cloud_language?: string | null;

  @ApiPropertyOptional({ default: true })
  @IsOptional()
  @IsBoolean()
  readonly enabled?: boolean;
}

export class ChangeTemplateDto extends PartialType(AddTemplateDto) {}

export class PreviewTemplateDto {
  @ApiProperty({ maxLength: LONGEST })
  @IsString()
  @Length(1, LONGEST)
  readonly text!: string;

  @ApiProperty({ enum: CONSENT_LANGUAGES })
  @IsIn(CONSENT_LANGUAGES)
  readonly language!: string;

  @ApiPropertyOptional({ maxLength: 100 })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  readonly name?: string;

  @ApiPropertyOptional({ maxLength: 100 })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  readonly memory?: string;

  @ApiPropertyOptional({ maxLength: 100 })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  readonly topic?: string;

  @ApiPropertyOptional({ maxLength: 100 })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  readonly event?: string;
}

export class TemplateDto {
  @ApiProperty({ example: 'en.check_in.generic.1' })
  readonly id!: string;

  @ApiProperty({ enum: ENGAGEMENT_TYPES })
  readonly type!: EngagementType;

  @ApiProperty({ enum: CONSENT_LANGUAGES })
  readonly language!: string;

  @ApiProperty({ enum: SCENARIOS })
  readonly scenario!: Scenario;

  @ApiProperty(OPTIONAL)
  readonly tone!: string | null;

  @ApiProperty()
  readonly text!: string;

  @ApiProperty(OPTIONAL)
  readonly cloud_name!: string | null;

  @ApiProperty(OPTIONAL)
  readonly cloud_language!: string | null;

  @ApiProperty()
  readonly enabled!: boolean;

  @ApiProperty({ description: 'Comes with the program: it can be switched off, not changed.' })
  readonly shipped!: boolean;
}

export class TemplatesDto {
  @ApiProperty({ type: [TemplateDto] })
  readonly templates!: readonly TemplateDto[];
}

export class TemplatePreviewDto {
  @ApiProperty({ type: String, nullable: true })
  readonly text!: string | null;

  @ApiProperty({ description: 'It could be sent.' })
  readonly usable!: boolean;

  @ApiProperty({ type: [ReasonDto] })
  readonly reasons!: readonly ReasonDto[];
}

export function toTemplateDto({ cloudName, cloudLanguage, ...template }: Template): TemplateDto {
  return { ...template, cloud_name: cloudName, cloud_language: cloudLanguage };
}

export function newTemplate({ type, language, scenario, text, ...rest }: AddTemplateDto): NewTemplate {
  const { tone = null, cloud_name = null, cloud_language = null, enabled = true } = rest;
  return { type, language, scenario, text, tone, enabled, cloudName: cloud_name, cloudLanguage: cloud_language };
}

/** Only what is said. */
export function templatePatch({ cloud_name, cloud_language, ...rest }: ChangeTemplateDto): Partial<NewTemplate> {
  const patch = { ...rest, cloudName: cloud_name, cloudLanguage: cloud_language };
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
