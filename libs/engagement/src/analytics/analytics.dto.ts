import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

import { IsInstant } from '#security';

import { ANALYTICS_GROUPS, type AnalyticsGroup, type EngagementFigures } from './analytics.service.js';
import type { EngagementCounts } from './engagement-counts.js';

const REASONS = { type: 'object', additionalProperties: { type: 'integer' } } as const;
const MINUTES = { type: Number, nullable: true, description: 'Null while nobody has answered.' } as const;

export class AnalyticsQueryDto {
  @ApiPropertyOptional({ format: 'date-time', description: 'Planned from then on; none: the last 30 days.' })
  @IsOptional()
  @IsInstant()
  readonly from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Planned before then; none: until now.' })
  @IsOptional()
  @IsInstant()
  readonly to?: string;

  @ApiPropertyOptional({ enum: ANALYTICS_GROUPS, description: 'hour: of the day of whoever was written to.' })
  @IsOptional()
  @IsIn(ANALYTICS_GROUPS)
  readonly group_by?: AnalyticsGroup;
}

export class EngagementCountsDto {
  @ApiProperty()
  readonly planned!: number;

  @ApiProperty()
  readonly sent!: number;

  @ApiProperty({ description: 'Within a day.' })
  readonly answered!: number;

  @ApiProperty()
  readonly ignored!: number;

  @ApiProperty({ description: 'Said STOP within a day.' })
  readonly opted_out!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Of the answers on average, -1 to 1.' })
  readonly sentiment!: number | null;
}

export class EngagementGroupDto extends EngagementCountsDto {
  @ApiProperty({ description: 'A type, a stage, an hour, a day, or an experiment and its variant.' })
  readonly key!: string;
}

export class ResponseStepDto {
  @ApiProperty()
  readonly within_minutes!: number;

  @ApiProperty({ description: 'Of those whose outcome is known, 0 to 1.' })
  readonly share!: number;
}

export class ResponseTimesDto {
  @ApiProperty(MINUTES)
  readonly p50_minutes!: number | null;

  @ApiProperty(MINUTES)
  readonly p90_minutes!: number | null;

  @ApiProperty({ type: [ResponseStepDto] })
  readonly curve!: readonly ResponseStepDto[];
}

export class AnalyticsDto extends EngagementCountsDto {
  @ApiProperty({ ...REASONS, description: 'Plans that came to nothing, by why.' })
  readonly skipped!: Readonly<Record<string, number>>;

  @ApiProperty({ ...REASONS, description: 'Looks at people that came to no plan, by why; whole days.' })
  readonly not_planned!: Readonly<Record<string, number>>;

  @ApiProperty({ type: [EngagementGroupDto] })
  readonly groups!: readonly EngagementGroupDto[];

  @ApiProperty({ type: ResponseTimesDto })
  readonly response_times!: ResponseTimesDto;
}

export function toAnalyticsDto({ totals, skipped, notPlanned, groups, responses }: EngagementFigures): AnalyticsDto {
  return {
    ...toCountsDto(totals),
    ...{ skipped, not_planned: notPlanned },
    groups: groups.map(({ key, ...counts }) => ({ key, ...toCountsDto(counts) })),
    response_times: {
      ...{ p50_minutes: responses.p50, p90_minutes: responses.p90 },
      curve: responses.curve.map(({ withinMinutes, share }) => ({ within_minutes: withinMinutes, share })),
    },
  };
}

function toCountsDto({ optedOut, ...counts }: EngagementCounts): EngagementCountsDto {
  return { ...counts, opted_out: optedOut };
}
