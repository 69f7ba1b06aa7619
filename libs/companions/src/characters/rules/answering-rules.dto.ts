import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsObject,
  IsUUID,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

import { IsPlainText } from '../sheet/is-plain-text.decorator.js';
import type { AnswerChannel, AnsweringRule } from './answering-rule.js';
import type { AnsweringRules } from './answering-rule-book.service.js';

const MOST_RULES = 200;
const MOST_VALUES = 500;
const CHANNELS: readonly AnswerChannel[] = ['whatsapp', 'web'];

const Absent = () => ValidateIf((_, value: unknown) => value !== undefined);

export class RuleConditionDto {
  @ApiPropertyOptional({ type: [String], format: 'uuid' })
  @Absent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_VALUES)
  @IsUUID('all', { each: true })
  readonly chatIds?: string[];

  @ApiPropertyOptional({ type: [String], format: 'uuid' })
  @Absent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_VALUES)
  @IsUUID('all', { each: true })
  readonly contactIds?: string[];

  @ApiPropertyOptional({ type: [String], example: ['+34'] })
  @Absent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_VALUES)
  @Matches(/^\+?\d{1,15}$/, { each: true, message: 'phonePrefixes must be digits, such as +34' })
  readonly phonePrefixes?: string[];

  @ApiPropertyOptional({ enum: ['direct', 'group'] })
  @Absent()
  @IsIn(['direct', 'group'])
  readonly kind?: 'direct' | 'group';

  @ApiPropertyOptional({ type: [String], description: 'Ids or names of accounts.' })
  @Absent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_VALUES)
  @IsPlainText({ longest: 200 }, { each: true })
  readonly accounts?: string[];

  @ApiPropertyOptional({ type: [String], description: 'Tags of the chat, as its labels have them.' })
  @Absent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_VALUES)
  @IsPlainText({ longest: 100 }, { each: true })
  readonly tags?: string[];

  @ApiPropertyOptional({ enum: CHANNELS, isArray: true })
  @Absent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CHANNELS.length)
  @IsIn(CHANNELS, { each: true })
  readonly channels?: AnswerChannel[];
}

export class AnsweringRuleDto {
  @ApiProperty({ type: RuleConditionDto, description: 'All that is given must be true; at least one condition.' })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => RuleConditionDto)
  readonly when!: RuleConditionDto;

  @ApiProperty({ type: String, description: 'Id or slug of a character.', example: 'friend' })
  @IsPlainText({ longest: 100, oneLine: true })
  readonly then!: string;
}

export class PutAnsweringRulesDto {
  @ApiProperty({ type: [AnsweringRuleDto], maxItems: MOST_RULES, description: 'The first that is true counts.' })
  @IsArray()
  @ArrayMaxSize(MOST_RULES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AnsweringRuleDto)
  readonly rules!: AnsweringRuleDto[];

  @ApiProperty({ type: String, description: 'Who answers everybody else: id or slug.', example: 'secretary' })
  @IsPlainText({ longest: 100, oneLine: true })
  readonly default!: string;
}

export class AnsweringRulesDto {
  @ApiProperty({ type: [AnsweringRuleDto], description: '`then` is the id of a character.' })
  readonly rules!: AnsweringRule[];
  @ApiProperty({ format: 'uuid' }) readonly default!: string;
  @ApiProperty({ description: 'Grows with each change.' }) readonly revision!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly changedAt!: Date | null;
}

export function toAnsweringRulesDto(answering: AnsweringRules): AnsweringRulesDto {
  const { rules, defaultCharacterId, revision, changedAt } = answering;
  return { rules: [...rules], default: defaultCharacterId, revision, changedAt };
}

/** A rule of what was given, as plain objects. Ids are spelt in one way. */
export function ruleOf({ when, then }: AnsweringRuleDto): AnsweringRule {
  const lower = (ids: readonly string[]): string[] => ids.map((id) => id.toLowerCase());
  return {
    when: {
      ...when,
      ...(when.chatIds && { chatIds: lower(when.chatIds) }),
      ...(when.contactIds && { contactIds: lower(when.contactIds) }),
    },
    then,
  };
}
