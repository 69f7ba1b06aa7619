import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsDefined,
  IsInt,
  IsObject,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

import { IsInstant } from '#security';

/** No blanks at its ends, no control characters. */
const NAME = /^(?=.{1,100}$)[^\s\p{C}](?:[^\p{C}]*[^\s\p{C}])?$/u;
const NAME_RULE = { message: 'name must be 1 to 100 characters on one line, without blanks at its ends' };

const WHEN = {
  type: Object,
  description:
    'All conditions must hold. Kinds: `tag`, `category`, `sentiment` (each with an optional `min_confidence`, default 0.5), `keyword` (`words`: any of them), `first_message`, `no_answer` (`hours`). `scope` is optional: `chat_ids`, `kind`.',
  example: { all: [{ kind: 'category', category: 'complaint' }], scope: { kind: 'direct' } },
};
const THEN = {
  type: 'array' as const,
  items: { type: 'object' as const },
  description:
    'What is done, each kind at most once: `tag` (`tags`), `notify`, `pause`, `draft`, `archive`, `webhook` (`url`, `secret`, `include_text`).',
  example: [{ kind: 'notify' }, { kind: 'tag', tags: ['follow_up'] }],
};

/** A new automation. `when` and `then` are read by `readWhen` and `readThen`, which tell what is wrong field by field. */
export class NewAutomationDto {
  @ApiProperty({ type: String, maxLength: 100 })
  @Matches(NAME, NAME_RULE)
  readonly name!: string;

  @ApiPropertyOptional({ type: Boolean, default: true })
  @IsOptional()
  @IsBoolean()
  readonly enabled?: boolean;

  @ApiProperty(WHEN)
  @IsObject()
  readonly when!: object;

  @ApiProperty(THEN)
  @IsArray()
  readonly then!: unknown[];
}

/** What is left out stays. */
export class ChangeAutomationDto {
  @ApiPropertyOptional({ type: String, maxLength: 100 })
  @IsOptional()
  @Matches(NAME, NAME_RULE)
  readonly name?: string;

  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @IsBoolean()
  readonly enabled?: boolean;

  @ApiPropertyOptional(WHEN)
  @IsOptional()
  @IsObject()
  readonly when?: object;

  @ApiPropertyOptional(THEN)
  @IsOptional()
  @IsArray()
  readonly then?: unknown[];
}

/** An automation that is tried out: all but `when` may be left out, and is only checked. */
export class TriedAutomationDto {
  @ApiPropertyOptional({ type: String })
  @IsOptional()
  @Matches(NAME, NAME_RULE)
  readonly name?: string;

  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @IsBoolean()
  readonly enabled?: boolean;

  @ApiProperty(WHEN)
  @IsObject()
  readonly when!: object;

  @ApiPropertyOptional(THEN)
  @IsOptional()
  @IsArray()
  readonly then?: unknown[];
}

export class TryAutomationDto {
  @ApiProperty({ type: TriedAutomationDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => TriedAutomationDto)
  readonly automation!: TriedAutomationDto;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'Messages sent from then on. Default: 7 days ago.',
  })
  @IsOptional()
  @IsInstant()
  readonly since?: string;

  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 1_000, default: 200, description: 'Messages to look at.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000)
  readonly limit?: number;
}
