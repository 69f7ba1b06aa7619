import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsTimeZone,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';

import { IsInstant } from '#security';

import { MOST_ACTIONS } from '../engine/autonomy-settings.js';
import type { EngineName } from '../groups/engine-name.js';
import type { GroupChange } from '../settings/group-change.js';
import { ENGINES } from './group.dto.js';
import { timeBefore } from './time-before.js';

const MOST_INTERESTS = 32;
const MOST_BOTS = 50;
const MOST_ANSWERS = 1_000;
const LONGEST_WORD = 60;
const LONGEST_ID = 200;
const DEFAULT = 'null: as the environment has it.';

/** What is left out stays; null goes back to the default. */
export class ChangeGroupDto {
  @ApiPropertyOptional({ enum: ENGINES, type: String, nullable: true, description: DEFAULT })
  @IsOptional()
  @IsIn(ENGINES)
  readonly engine?: EngineName | null;

  @ApiPropertyOptional({ type: Boolean, description: 'Nothing is said there, asked or not.' })
  @Present()
  @IsBoolean()
  readonly muted?: boolean;

  @ApiPropertyOptional({ type: Number, minimum: 0, maximum: MOST_ACTIONS, nullable: true, description: DEFAULT })
  @Actions()
  readonly actions_per_hour?: number | null;

  @ApiPropertyOptional({ type: Number, minimum: 0, maximum: MOST_ACTIONS, nullable: true, description: DEFAULT })
  @Actions()
  readonly actions_per_day?: number | null;

  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: MOST_ANSWERS, nullable: true, description: DEFAULT })
  @Answers()
  readonly answers_at_once?: number | null;

  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: MOST_ANSWERS, nullable: true, description: DEFAULT })
  @Answers()
  readonly answers_per_hour?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Europe/Madrid', description: 'An IANA name.' })
  @IsOptional()
  @IsTimeZone()
  @Matches(/^[A-Za-z]/, { message: 'zone must be a name such as Europe/Madrid' })
  readonly zone?: string | null;

  @ApiPropertyOptional({ type: [String], maxItems: MOST_INTERESTS, description: 'All of them: words to talk about.' })
  @Present()
  @IsArray()
  @ArrayMaxSize(MOST_INTERESTS)
  @IsString({ each: true })
  @MaxLength(LONGEST_WORD, { each: true })
  @Matches(/^(?=.*\S)[^\p{Cc}\p{Cs}]+$/u, { each: true, message: 'interests must be words without control characters' })
  readonly interests?: string[];

  @ApiPropertyOptional({
    type: [String],
    maxItems: MOST_BOTS,
    description: 'All of them: contacts that are programs, by id or phone number.',
  })
  @Present()
  @IsArray()
  @ArrayMaxSize(MOST_BOTS)
  @IsString({ each: true })
  @MaxLength(LONGEST_ID, { each: true })
  readonly bots?: string[];

  @ApiPropertyOptional({ type: Boolean })
  @Present()
  @IsBoolean()
  readonly share_pattern?: boolean;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until then it says nothing that nobody asked for; null: it may speak.',
  })
  @IsOptional()
  @IsInstant()
  readonly quiet_until?: string | null;
}

/** `bots` as ids of contacts. @throws AppError `autonomy.time-invalid` */
export function groupChangeOf(dto: ChangeGroupDto, bots: readonly string[] | undefined, now: Date): GroupChange {
  const { engine, muted, zone, interests, quiet_until: quietUntil } = dto;
  return {
    ...{ engine, muted, zone, bots, interests: interests && [...new Set(interests)] },
    ...{ actionsPerHour: dto.actions_per_hour, actionsPerDay: dto.actions_per_day },
    ...{ answersAtOnce: dto.answers_at_once, answersPerHour: dto.answers_per_hour },
    sharePattern: dto.share_pattern,
    quietUntil: typeof quietUntil === 'string' ? timeBefore('quiet_until', quietUntil, now) : quietUntil,
  };
}

/** May be left out, but is never null. */
function Present(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

function Actions(): PropertyDecorator {
  return wholeFrom(0, MOST_ACTIONS);
}

function Answers(): PropertyDecorator {
  return wholeFrom(1, MOST_ANSWERS);
}

function wholeFrom(least: number, most: number): PropertyDecorator {
  return (target, key) => {
    for (const rule of [IsOptional(), IsInt(), Min(least), Max(most)]) rule(target, key);
  };
}
