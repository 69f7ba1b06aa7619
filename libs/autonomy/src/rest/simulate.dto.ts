import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

import { IsInstant } from '#security';

import { ACTIONS, type Action } from '../engine/action.js';
import { MOST_ACTIONS, type AutonomySettings } from '../engine/autonomy-settings.js';
import type { EngineName } from '../groups/engine-name.js';
import type { MoodName } from '../moods/moods.js';
import { ENGINES } from './group.dto.js';
import type { Simulation } from './group-reports.service.js';
import type { ImaginedEvent } from './imagined-state.js';
import { MOOD_NAMES } from './mood.dto.js';
import { timeInvalid } from './rest.errors.js';

const MOST_EVENTS = 200;
const MOST_SECONDS = 7 * 86_400;
const MOST_MEMBERS = 0xffffffff;
const KINDS = ['message', 'join', 'activity', 'own', 'silence'] as const;
const MEMBER = { type: Number, minimum: 1, maximum: MOST_MEMBERS } as const;
/** Clocks differ a little. */
const PAST_MS = 60_000;
const AHEAD_MS = 31 * 86_400_000;

export class SimulatedSettingsDto {
  @ApiPropertyOptional({ type: Boolean })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  readonly muted?: boolean;

  @ApiPropertyOptional({ type: Number, minimum: 0, maximum: MOST_ACTIONS })
  @ValidateIf((_, value) => value !== undefined)
  @IsInt()
  @Min(0)
  @Max(MOST_ACTIONS)
  readonly actions_per_hour?: number;

  @ApiPropertyOptional({ type: Number, minimum: 0, maximum: MOST_ACTIONS })
  @ValidateIf((_, value) => value !== undefined)
  @IsInt()
  @Min(0)
  @Max(MOST_ACTIONS)
  readonly actions_per_day?: number;
}

export class ImaginedEventDto {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  readonly kind!: ImaginedEvent['kind'];

  @ApiProperty({
    minimum: 0,
    maximum: MOST_SECONDS,
    description: 'What is older than the last that happened counts as now.',
  })
  @IsInt()
  @Min(0)
  @Max(MOST_SECONDS)
  readonly seconds_ago!: number;

  @ApiPropertyOptional({ ...MEMBER, default: 1, description: 'Any number, another for each person.' })
  @ValidateIf((_, value) => value !== undefined)
  @IsInt()
  @Min(1)
  @Max(MOST_MEMBERS)
  readonly member?: number;

  @ApiPropertyOptional({ type: Boolean, description: 'It is addressed to us.' })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  readonly to_us?: boolean;

  @ApiPropertyOptional({ ...MEMBER, description: 'It is addressed to that member.' })
  @ValidateIf((_, value) => value !== undefined)
  @IsInt()
  @Min(1)
  @Max(MOST_MEMBERS)
  readonly to_member?: number;

  @ApiPropertyOptional({ enum: ACTIONS, type: String, nullable: true, description: 'Of `own`; none: an answer.' })
  @IsOptional()
  @IsIn(ACTIONS)
  readonly action?: Action | null;
}

/** All of it may be left out: then it is what the engine makes of the group now. */
export class SimulateDto {
  @ApiPropertyOptional({ enum: ENGINES })
  @ValidateIf((_, value) => value !== undefined)
  @IsIn(ENGINES)
  readonly engine?: EngineName;

  @ApiPropertyOptional({ enum: MOOD_NAMES })
  @ValidateIf((_, value) => value !== undefined)
  @IsIn(MOOD_NAMES)
  readonly mood?: MoodName;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'None: now. Else within the next 31 days.' })
  @ValidateIf((_, value) => value !== undefined)
  @IsInstant()
  readonly at?: string;

  @ApiPropertyOptional({ type: SimulatedSettingsDto })
  @ValidateIf((_, value) => value !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => SimulatedSettingsDto)
  readonly settings?: SimulatedSettingsDto;

  @ApiPropertyOptional({ type: [ImaginedEventDto], maxItems: MOST_EVENTS })
  @ValidateIf((_, value) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(MOST_EVENTS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ImaginedEventDto)
  readonly events?: ImaginedEventDto[];
}

/** @throws AppError `autonomy.time-invalid` */
export function simulationOf({ engine, mood, at, settings, events }: SimulateDto, now: Date): Simulation {
  const then = at === undefined ? undefined : new Date(at);
  const ahead = then ? then.getTime() - now.getTime() : 0;
  if (ahead < -PAST_MS || ahead > AHEAD_MS) throw timeInvalid('at', 'a time within the next 31 days');
  return { engine, mood, at: then, settings: settings && settingsOf(settings), events: events?.map(eventOf) };
}

function settingsOf({ muted, actions_per_hour, actions_per_day }: SimulatedSettingsDto): Partial<AutonomySettings> {
  return {
    ...(muted !== undefined && { muted }),
    ...(actions_per_hour !== undefined && { actionsPerHour: actions_per_hour }),
    ...(actions_per_day !== undefined && { actionsPerDay: actions_per_day }),
  };
}

function eventOf({ kind, seconds_ago, member, to_us, to_member, action }: ImaginedEventDto): ImaginedEvent {
  return { kind, secondsAgo: seconds_ago, member, toUs: to_us, toMember: to_member, action };
}
