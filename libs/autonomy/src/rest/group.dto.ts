import { ApiProperty } from '@nestjs/swagger';

import { ACTIONS, type Action } from '../engine/action.js';
import { learnedPattern } from '../engine/activity-pattern.js';
import { GroupState } from '../engine/group-state.js';
import type { EngineName } from '../groups/engine-name.js';
import type { Obstacle } from '../groups/obstacle.js';
import type { GroupRow } from '../settings/group-list.service.js';
import { NowDto, toNowDto } from './decision.dto.js';
import type { ReportedView } from './group-reports.service.js';
import { MoodOfGroupDto, toMoodOfGroupDto } from './mood.dto.js';
import { OWN_SETTINGS, ownSettings, type OwnSetting } from './own-settings.js';
import { rounded } from './rounded.js';
import { SignalsDto, ThresholdsDto, toSignalsDto, toThresholdsDto } from './signals.dto.js';

export const ENGINES = ['off', 'v1', 'v2'] as const satisfies readonly EngineName[];

const MOMENT = { type: String, format: 'date-time', nullable: true } as const;

export class LastActionDto {
  @ApiProperty({ enum: ACTIONS })
  readonly action!: Action;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;
}

export class ListedGroupDto {
  @ApiProperty({ format: 'uuid', description: 'The id of its chat.' })
  readonly id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly chat_id!: string;

  @ApiProperty({ description: "WhatsApp's id of the group." })
  readonly external_id!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly title!: string | null;

  @ApiProperty({ enum: ENGINES, description: 'What decides there: v2 looks at the talk, v1 is a random timer.' })
  readonly engine!: EngineName;

  @ApiProperty({ description: 'Nothing is said there, asked or not.' })
  readonly muted!: boolean;

  @ApiProperty({ example: 'curious' })
  readonly mood!: string;

  @ApiProperty({ ...MOMENT, description: 'The group asked for silence until then.' })
  readonly quiet_until!: string | null;

  @ApiProperty({ ...MOMENT, description: 'Null: it was not looked at yet.' })
  readonly next_check_at!: string | null;

  @ApiProperty({ type: LastActionDto, nullable: true, description: 'Of the decisions that are kept.' })
  readonly last_action!: LastActionDto | null;
}

export class GroupPageDto {
  @ApiProperty({ type: [ListedGroupDto] })
  readonly groups!: readonly ListedGroupDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly next_cursor!: string | null;
}

export class GroupSettingsDto {
  @ApiProperty({ enum: ENGINES })
  readonly engine!: EngineName;

  @ApiProperty()
  readonly muted!: boolean;

  @ApiProperty()
  readonly actions_per_hour!: number;

  @ApiProperty()
  readonly actions_per_day!: number;

  @ApiProperty()
  readonly answers_at_once!: number;

  @ApiProperty()
  readonly answers_per_hour!: number;

  @ApiProperty({ example: 'Europe/Madrid' })
  readonly zone!: string;

  @ApiProperty({ type: [String], description: 'What it likes to talk about.' })
  readonly interests!: readonly string[];

  @ApiProperty({ type: [String], description: 'Ids of contacts that are programs: they never start anything.' })
  readonly bots!: readonly string[];

  @ApiProperty({ description: 'Whether the hours at which it is lively are averaged with those of other groups.' })
  readonly share_pattern!: boolean;

  @ApiProperty(MOMENT)
  readonly quiet_until!: string | null;
}

export class GroupCapabilitiesDto {
  @ApiProperty({ description: 'Whether the connector tells who is there and what they begin.' })
  readonly presence!: boolean;

  @ApiProperty()
  readonly reactions!: boolean;
}

export class GroupDto {
  @ApiProperty({ format: 'uuid', description: 'The id of its chat.' })
  readonly id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly chat_id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly account_id!: string;

  @ApiProperty()
  readonly external_id!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly title!: string | null;

  @ApiProperty({ enum: ENGINES })
  readonly engine!: EngineName;

  @ApiProperty({ enum: ENGINES, description: 'AUTONOMY_ENGINE, for groups that have none of their own.' })
  readonly default_engine!: EngineName;

  @ApiProperty()
  readonly muted!: boolean;

  @ApiProperty(MOMENT)
  readonly quiet_until!: string | null;

  @ApiProperty()
  readonly mood!: MoodOfGroupDto;

  @ApiProperty({ description: 'As they hold now.' })
  readonly settings!: GroupSettingsDto;

  @ApiProperty({ enum: OWN_SETTINGS, isArray: true, description: 'Of which of them this group has its own.' })
  readonly own_settings!: readonly OwnSetting[];

  @ApiProperty()
  readonly signals!: SignalsDto;

  @ApiProperty({ description: 'What must be there before each action, in this mood and this group.' })
  readonly thresholds!: ThresholdsDto;

  @ApiProperty({ description: 'What the engine says now; while it is off, what v2 would say.' })
  readonly decision!: NowDto;

  @ApiProperty({ type: String, nullable: true, description: 'What keeps it from speaking, whatever the engine says.' })
  readonly obstacle!: Obstacle | null;

  @ApiProperty({ format: 'date-time' })
  readonly next_check_at!: string;

  @ApiProperty({
    type: [Number],
    nullable: true,
    description: 'Shares of its messages by hour of its own day; null: too little was seen.',
  })
  readonly peak_hours!: readonly number[] | null;

  @ApiProperty()
  readonly capabilities!: GroupCapabilitiesDto;

  @ApiProperty({ description: 'What is kept of a group, however much is written in it.' })
  readonly state_bytes!: number;
}

export function toListedGroupDto(row: GroupRow): ListedGroupDto {
  const { chatId, externalId, title, engine, muted, mood, quietUntil, nextCheckAt, lastAction, lastActionAt } = row;
  return {
    ...{ id: chatId, chat_id: chatId, external_id: externalId, title, engine, muted, mood },
    quiet_until: quietUntil?.toISOString() ?? null,
    next_check_at: nextCheckAt?.toISOString() ?? null,
    last_action: lastAction && lastActionAt && { action: lastAction, at: lastActionAt.toISOString() },
  };
}

export function toGroupDto(reported: ReportedView): GroupDto {
  const { view, stored, report, defaultEngine, capabilities } = reported;
  const { chatId, accountId, externalId, title, engine, muted, nextCheckAt, state } = view;
  const hours = learnedPattern(state)?.hours;
  return {
    ...{ id: chatId, chat_id: chatId, account_id: accountId, external_id: externalId, title, engine, muted },
    default_engine: defaultEngine,
    quiet_until: view.quietUntil?.toISOString() ?? null,
    mood: toMoodOfGroupDto(view, stored),
    settings: toSettingsDto(reported),
    own_settings: ownSettings(stored),
    signals: toSignalsDto(report.signals),
    thresholds: toThresholdsDto(report.needs),
    decision: toNowDto(report.decision, view.mood.name),
    obstacle: report.obstacle,
    next_check_at: nextCheckAt.toISOString(),
    peak_hours: hours?.map(rounded) ?? null,
    capabilities: { presence: capabilities.presence, reactions: capabilities.reactions },
    state_bytes: GroupState.BYTES,
  };
}

function toSettingsDto({ view }: ReportedView): GroupSettingsDto {
  const { engine, settings, zone, interests, bots, sharePattern, quietUntil } = view;
  const { muted, actionsPerHour, actionsPerDay, answersAtOnce, answersPerHour } = settings;
  return {
    ...{ engine, muted, actions_per_hour: actionsPerHour, actions_per_day: actionsPerDay },
    ...{ answers_at_once: answersAtOnce, answers_per_hour: answersPerHour },
    ...{ zone, interests, bots, share_pattern: sharePattern, quiet_until: quietUntil?.toISOString() ?? null },
  };
}
