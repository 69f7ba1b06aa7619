import { ApiProperty } from '@nestjs/swagger';

import { ACTIONS, type Action } from '../engine/action.js';
import type { Decision, Reason } from '../engine/decision.js';
import { explain } from '../engine/explain.js';
import type { Obstacle } from '../groups/obstacle.js';
import type { Trigger } from '../groups/trigger.js';
import type { ListedDecision } from '../settings/decision-list.service.js';
import type { DecisionStatus } from '../store/stored-decision.js';
import type { GroupReport } from './group-report.js';
import { rounded } from './rounded.js';
import { knownTime, SignalsDto, ThresholdsDto, toSignalsDto, toThresholdsDto } from './signals.dto.js';

const ACTION = { enum: ACTIONS, nullable: true, type: String } as const;

export class AutonomyReasonDto {
  @ApiProperty({ ...ACTION, description: 'Of which action; null: it holds back all of them.' })
  readonly action!: Action | null;

  @ApiProperty({ example: 'momentum' })
  readonly name!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Null: a time that never was.' })
  readonly has!: number | null;

  @ApiProperty()
  readonly needs!: number;

  @ApiProperty()
  readonly met!: boolean;
}

export class NowDto {
  @ApiProperty(ACTION)
  readonly action!: Action | null;

  @ApiProperty({ description: 'How near the nearest action is, 0 to 1; at 1 it acts.' })
  readonly score!: number;

  @ApiProperty({ type: [AutonomyReasonDto] })
  readonly reasons!: readonly AutonomyReasonDto[];

  @ApiProperty({ type: [String], description: 'The reasons in words.' })
  readonly explained!: readonly string[];

  @ApiProperty({ format: 'date-time', description: 'Until then only something that happens there changes it.' })
  readonly next_check_at!: string;
}

export class SimulatedDto {
  @ApiProperty({ ...ACTION, description: 'What it would do: the decision, unless an obstacle stands against it.' })
  readonly would!: Action | null;

  @ApiProperty()
  readonly decision!: NowDto;

  @ApiProperty({ type: String, nullable: true })
  readonly obstacle!: Obstacle | null;

  @ApiProperty()
  readonly signals!: SignalsDto;

  @ApiProperty()
  readonly thresholds!: ThresholdsDto;
}

export class DecisionOutboxDto {
  @ApiProperty({ example: 'sent' })
  readonly state!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly reason!: string | null;
}

export class DecisionDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ enum: ['message', 'tick', 'operator'], description: 'What made it look.' })
  readonly trigger!: Trigger;

  @ApiProperty({ example: 'v2' })
  readonly engine!: string;

  @ApiProperty({ example: 'curious' })
  readonly mood!: string;

  @ApiProperty(ACTION)
  readonly action!: Action | null;

  @ApiProperty()
  readonly score!: number;

  @ApiProperty({ type: String, nullable: true })
  readonly obstacle!: Obstacle | null;

  @ApiProperty({ type: [AutonomyReasonDto] })
  readonly reasons!: readonly AutonomyReasonDto[];

  @ApiProperty({ type: [String] })
  readonly explained!: readonly string[];

  @ApiProperty()
  readonly signals!: SignalsDto;

  @ApiProperty({ enum: ['none', 'writing', 'handed', 'dropped', 'failed'] })
  readonly status!: DecisionStatus;

  @ApiProperty({ type: String, nullable: true, description: 'Why nothing was handed to the outbox.' })
  readonly reason!: string | null;

  @ApiProperty({ type: DecisionOutboxDto, nullable: true, description: 'What became of its words there.' })
  readonly outbox!: DecisionOutboxDto | null;
}

export class DecisionPageDto {
  @ApiProperty({ type: [DecisionDto] })
  readonly decisions!: readonly DecisionDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly next_cursor!: string | null;
}

export function toNowDto(decision: Decision, mood: string): NowDto {
  const { action, score, reasons, nextCheckAt } = decision;
  return {
    ...{ action, score: rounded(score), reasons: reasons.map(toReasonDto), explained: explain(decision, mood) },
    next_check_at: new Date(nextCheckAt * 1_000).toISOString(),
  };
}

export function toSimulatedDto({ decision, obstacle, signals, needs }: GroupReport, mood: string): SimulatedDto {
  return {
    would: obstacle === null ? decision.action : null,
    decision: toNowDto(decision, mood),
    obstacle,
    signals: toSignalsDto(signals),
    thresholds: toThresholdsDto(needs),
  };
}

export function toDecisionDto(row: ListedDecision): DecisionDto {
  const { id, at, trigger, engine, mood, action, score, obstacle, reasons, signals, status, reason } = row;
  return {
    ...{ id, at: at.toISOString(), trigger, engine, mood, action, score: rounded(score), obstacle },
    reasons: reasons.map(toReasonDto),
    explained: explain({ action, member: null, score, reasons, nextCheckAt: 0 }, mood),
    signals: toSignalsDto(signals),
    ...{ status, reason },
    outbox: row.outboxState === null ? null : { state: row.outboxState, reason: row.outboxReason },
  };
}

function toReasonDto({ action, name, has, needs, met }: Reason): AutonomyReasonDto {
  const number = knownTime(has);
  return { action, name, has: number === null ? null : rounded(number), needs: rounded(needs), met };
}
