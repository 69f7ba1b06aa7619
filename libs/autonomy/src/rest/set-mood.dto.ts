import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsNumber, IsObject, IsOptional, Max, Min, ValidateIf, ValidateNested } from 'class-validator';

import { IsInstant } from '#security';

import type { MoodName } from '../moods/moods.js';
import type { GroupChange } from '../settings/group-change.js';
import { MOOD_NAMES } from './mood.dto.js';
import { timeInvalid } from './rest.errors.js';
import { timeBefore } from './time-before.js';

const SHARE = { type: Number, minimum: 0, maximum: 1 } as const;

/** What is left out is as the mood has it. */
export class MoodEditDto {
  @ApiPropertyOptional(SHARE)
  @ValidateIf((_, value) => value !== undefined)
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly energy?: number;

  @ApiPropertyOptional(SHARE)
  @ValidateIf((_, value) => value !== undefined)
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly sociability?: number;

  @ApiPropertyOptional(SHARE)
  @ValidateIf((_, value) => value !== undefined)
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly impulsiveness?: number;

  @ApiPropertyOptional({ type: Boolean })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  readonly shares?: boolean;
}

export class SetMoodDto {
  @ApiPropertyOptional({ enum: MOOD_NAMES, description: 'None: the one it is in.' })
  @ValidateIf((_, value) => value !== undefined)
  @IsIn(MOOD_NAMES)
  readonly mood?: MoodName;

  @ApiPropertyOptional({ type: Boolean, description: 'A frozen mood is followed by none.' })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  readonly frozen?: boolean;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the next one follows; null, or none beside a mood: in an hour.',
  })
  @IsOptional()
  @IsInstant()
  readonly until?: string | null;

  @ApiPropertyOptional({
    type: MoodEditDto,
    nullable: true,
    description: "This mood's own numbers in this group; null: as it has them everywhere.",
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MoodEditDto)
  readonly profile?: MoodEditDto | null;
}

/** @throws AppError `autonomy.time-invalid` */
export function moodChangeOf({ mood, frozen, until, profile }: SetMoodDto, now: Date): GroupChange {
  const moodUntil = typeof until === 'string' ? timeBefore('until', until, now) : until;
  if (moodUntil && moodUntil <= now) throw timeInvalid('until', 'a time to come');
  return { mood, moodFrozen: frozen, moodUntil, profile: profile && editOf(profile) };
}

function editOf({ energy, sociability, impulsiveness, shares }: MoodEditDto): NonNullable<GroupChange['profile']> {
  const given = Object.entries({ energy, sociability, impulsiveness, shares }).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(given);
}
