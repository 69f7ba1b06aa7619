import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayUnique, IsIn, IsOptional, Matches } from 'class-validator';

import { quantileMs } from './latency-buckets.js';
import type { UsageFigures } from './usage-figures.js';
import { USAGE_GROUPS, type UsageGroup, type UsageGroupRow } from './usage-report.service.js';

const DAY = /^\d{4}-\d\d-\d\d$/;

export class UsageQueryDto {
  @ApiPropertyOptional({ type: String, format: 'date', description: 'The first day; none: 30 days until `to`.' })
  @IsOptional()
  @Matches(DAY, { message: 'from must be a day, such as 2026-01-31' })
  readonly from?: string;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'The last day; none: today.' })
  @IsOptional()
  @Matches(DAY, { message: 'to must be a day, such as 2026-01-31' })
  readonly to?: string;

  @ApiPropertyOptional({
    type: [String],
    enum: USAGE_GROUPS,
    description: 'What one row is about: one or several, with commas between them. Default: day.',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @ArrayUnique()
  @IsIn(USAGE_GROUPS, { each: true, message: `group_by takes ${USAGE_GROUPS.join(', ')}, with commas between them` })
  readonly group_by: UsageGroup[] = ['day'];
}

export class UsageFiguresDto {
  @ApiProperty({ description: 'Attempts at a model, failed ones included.' }) readonly calls!: number;
  @ApiProperty() readonly failures!: number;
  @ApiProperty({ description: 'Not those that a cache served.' }) readonly input_tokens!: number;
  @ApiProperty() readonly output_tokens!: number;
  @ApiProperty() readonly cache_read_tokens!: number;
  @ApiProperty() readonly cache_write_tokens!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'By list price; null when no price of it is known.' })
  readonly cost_usd!: number | null;
  @ApiProperty({ description: 'Calls whose model has no known price: `cost_usd` is without them. See LLM_PRICES.' })
  readonly unpriced_calls!: number;
  @ApiProperty({ type: Number, nullable: true }) readonly latency_avg_ms!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'About: told from a histogram.' })
  readonly latency_p95_ms!: number | null;
  @ApiProperty({ type: Number, nullable: true }) readonly latency_max_ms!: number | null;
}

export class UsageRowDto extends UsageFiguresDto {
  @ApiPropertyOptional({ type: String, format: 'date' }) readonly day?: string;
  @ApiPropertyOptional() readonly purpose?: string;
  @ApiPropertyOptional() readonly provider?: string;
  @ApiPropertyOptional({ description: '`none` when nothing answered.' }) readonly model?: string;
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, description: "null: nobody's in particular." })
  readonly contact_id?: string | null;
}

export class UsageBudgetDto {
  @ApiProperty({ type: String, format: 'date' }) readonly day!: string;
  @ApiProperty() readonly spent_usd!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'LLM_DAILY_BUDGET_USD; null: no limit.' })
  readonly daily_usd!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'LLM_CONTACT_DAILY_BUDGET_USD; null: no limit.' })
  readonly contact_daily_usd!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'LLM_CONTACT_DAILY_CALLS; null: no limit.' })
  readonly contact_daily_calls!: number | null;
}

export class UsageReportDto {
  @ApiProperty({ description: 'Whose days they are.' }) readonly zone!: string;
  @ApiProperty({ type: String, format: 'date' }) readonly from!: string;
  @ApiProperty({ type: String, format: 'date' }) readonly to!: string;
  @ApiProperty({ type: [String], enum: USAGE_GROUPS }) readonly group_by!: readonly UsageGroup[];
  @ApiProperty({ type: UsageFiguresDto }) readonly totals!: UsageFiguresDto;
  @ApiProperty({ type: [UsageRowDto], description: 'By day, then the dearest first.' })
  readonly rows!: readonly UsageRowDto[];
  @ApiProperty({ description: 'Whether there are more rows than these: ask for fewer days or groups.' })
  readonly truncated!: boolean;
  @ApiProperty({ type: UsageBudgetDto, description: 'Today, whatever days were asked for.' })
  readonly budget!: UsageBudgetDto;
}

export function toUsageRowDto(row: UsageGroupRow): UsageRowDto {
  const { day, purpose, provider, model, contact_id: contactId } = row;
  return {
    ...(day !== undefined && { day }),
    ...(purpose !== undefined && { purpose }),
    ...(provider !== undefined && { provider }),
    ...(model !== undefined && { model }),
    ...(contactId !== undefined && { contact_id: contactId }),
    ...toUsageFiguresDto(row),
  };
}

export function toUsageFiguresDto(figures: UsageFigures): UsageFiguresDto {
  const { latency_buckets: buckets, latency_max_ms: longest } = figures;
  const timed = buckets.reduce((sum, calls) => sum + calls, 0);
  return {
    calls: figures.calls,
    failures: figures.failures,
    input_tokens: figures.input_tokens,
    output_tokens: figures.output_tokens,
    cache_read_tokens: figures.cache_read_tokens,
    cache_write_tokens: figures.cache_write_tokens,
    cost_usd: figures.unpriced_calls > 0 && figures.cost_usd === 0 ? null : dollars(figures.cost_usd),
    unpriced_calls: figures.unpriced_calls,
    latency_avg_ms: timed === 0 ? null : Math.round(figures.latency_sum_ms / timed),
    latency_p95_ms: quantileMs(buckets, 0.95, longest),
    latency_max_ms: timed === 0 ? null : longest,
  };
}

/** To the millionth. */
export function dollars(amount: number): number {
  return Math.round(amount * 1_000_000) / 1_000_000;
}
