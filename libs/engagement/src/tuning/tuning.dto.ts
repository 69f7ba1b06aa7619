import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

import type { ProactiveConfig } from '#config';

import type { Reason } from '../planning/reason.js';
import type { AuditEntity } from './audit.entity.js';
import type { ConfigVersionEntity } from './config-version.entity.js';
import type { CurrentPolicy, SettingsPatch } from './engagement-policies.service.js';
import { SETTINGS, SETTING_FIELDS, settingsShown, type SettingValue } from './setting-fields.js';
import type { EngagementStrategy } from './strategy-of.js';

const SETTINGS_SCHEMA = { type: 'object', additionalProperties: true } as const;

/** Any of the settings, by their names in small letters without `PROACTIVE_`; null takes the environment's again. */
export class ChangeConfigDto {
  @ApiPropertyOptional({ type: Number, description: 'The version that was read: refused with 409 when it is past.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  readonly version?: number;
}

// What each setting takes is said once, where the environment is read; this declares their names.
const TYPES = { string: 'string', number: 'number', boolean: 'boolean', list: 'array' } as const;
for (const { name, about, type } of SETTINGS) {
  ApiPropertyOptional({ type: TYPES[type], nullable: true, description: about })(ChangeConfigDto.prototype, name);
  IsOptional()(ChangeConfigDto.prototype, name);
}

export function patchOf(change: ChangeConfigDto): SettingsPatch {
  return Object.fromEntries(
    Object.entries(change).filter((entry): entry is [string, SettingValue | null] => SETTING_FIELDS.has(entry[0])),
  );
}

export class SetAsideDto {
  @ApiProperty({ example: 'max_message_length' })
  readonly setting!: string;

  @ApiProperty({ description: 'What it would have to be.' })
  readonly takes!: string;
}

export class EngagementConfigDto {
  @ApiProperty({ description: '0: the environment alone.' })
  readonly version!: number;

  @ApiProperty({ ...SETTINGS_SCHEMA, description: 'Every setting as it holds now.' })
  readonly values!: Record<string, SettingValue>;

  @ApiProperty({ ...SETTINGS_SCHEMA, description: 'Every setting as the environment has it.' })
  readonly defaults!: Record<string, SettingValue>;

  @ApiProperty({ ...SETTINGS_SCHEMA, description: 'What operators have changed.' })
  readonly overrides!: Readonly<Record<string, SettingValue>>;

  @ApiProperty({
    type: [SetAsideDto],
    description:
      'Overrides that do not hold: the environment was changed since, and they contradict it. Set them to null, or to what fits.',
  })
  readonly set_aside!: readonly SetAsideDto[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly changed_at!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Id of an API key, or `admin`.' })
  readonly changed_by!: string | null;
}

export class ConfigVersionDto {
  @ApiProperty()
  readonly version!: number;

  @ApiProperty(SETTINGS_SCHEMA)
  readonly overrides!: Readonly<Record<string, SettingValue>>;

  @ApiProperty()
  readonly changed_by!: string;

  @ApiProperty({ format: 'date-time' })
  readonly changed_at!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly note!: string | null;
}

export class ConfigVersionsDto {
  @ApiProperty({ type: [ConfigVersionDto] })
  readonly versions!: readonly ConfigVersionDto[];
}

export class StrategyReasonDto {
  @ApiProperty()
  readonly code!: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  readonly detail?: Reason['detail'];
}

export class StrategyDto implements EngagementStrategy {
  @ApiProperty({ enum: ['aggressive', 'conservative'] })
  readonly frequency!: EngagementStrategy['frequency'];

  @ApiProperty({ enum: ['high', 'moderate'] })
  readonly personalization!: EngagementStrategy['personalization'];

  @ApiProperty({ enum: ['frequent', 'spaced'] })
  readonly timing!: EngagementStrategy['timing'];

  @ApiProperty({ enum: ['high', 'moderate'] })
  readonly empathy!: EngagementStrategy['empathy'];

  @ApiProperty({ type: [StrategyReasonDto] })
  readonly because!: readonly StrategyReasonDto[];
}

export class AuditNoteDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ description: 'Id of an API key, or `admin`.' })
  readonly principal!: string;

  @ApiProperty({ example: 'config.changed' })
  readonly action!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly subject!: string | null;

  @ApiProperty(SETTINGS_SCHEMA)
  readonly detail!: Readonly<Record<string, unknown>>;
}

export class AuditPageDto {
  @ApiProperty({ type: [AuditNoteDto] })
  readonly notes!: readonly AuditNoteDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly next_cursor!: string | null;
}

export function toEngagementConfigDto(current: CurrentPolicy, defaults: ProactiveConfig): EngagementConfigDto {
  const { version, settings, overrides, setAside, changedAt, changedBy } = current;
  return {
    ...{ version, overrides, values: settingsShown(settings), defaults: settingsShown(defaults) },
    set_aside: setAside,
    changed_at: changedAt?.toISOString() ?? null,
    changed_by: changedBy,
  };
}

export function toConfigVersionDto(row: ConfigVersionEntity): ConfigVersionDto {
  const { version, overrides, changedBy, changedAt, note } = row;
  return { version, overrides, changed_by: changedBy, changed_at: changedAt.toISOString(), note };
}

export function toAuditNoteDto({ id, at, principal, action, subject, detail }: AuditEntity): AuditNoteDto {
  return { id, at: at.toISOString(), principal, action, subject, detail };
}
