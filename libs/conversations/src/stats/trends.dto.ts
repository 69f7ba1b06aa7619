import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsTimeZone, Matches } from 'class-validator';

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Which days, and whose. */
export class TrendsQueryDto {
  @ApiPropertyOptional({ type: String, format: 'date', description: 'The first day; none: 30 days until `to`.' })
  @IsOptional()
  @Matches(DAY, { message: 'from must be a day, such as 2026-01-31' })
  readonly from?: string;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'The last day; none: today.' })
  @IsOptional()
  @Matches(DAY, { message: 'to must be a day, such as 2026-01-31' })
  readonly to?: string;

  @ApiPropertyOptional({ type: String, description: 'Whose days they are. Default: `TIME_ZONE`.' })
  @IsOptional()
  @IsTimeZone({ message: 'zone must be a time zone, such as Europe/Madrid' })
  readonly zone?: string;
}

/** How long contacts waited for the next word from our side. A question counts on the day on which it was asked. */
export class ResponseTimesDto {
  @ApiProperty({ description: 'what contacts said first after us, or at all' }) readonly asked!: number;
  @ApiProperty() readonly answered!: number;
  @ApiProperty({ type: Number, nullable: true }) readonly median_seconds!: number | null;
  @ApiProperty({ type: Number, nullable: true }) readonly p90_seconds!: number | null;
}

export class TrendDayDto {
  @ApiProperty({ format: 'date' }) readonly date!: string;
  @ApiProperty({ description: 'written by contacts' }) readonly inbound!: number;
  @ApiProperty({ description: 'written by the owner or by us' }) readonly outbound!: number;
  @ApiProperty({ description: 'of what contacts wrote', example: { positive: 3, neutral: 12 } })
  readonly sentiment!: Readonly<Record<string, number>>;
  @ApiProperty({ description: 'of what contacts wrote', example: { inquiry: 4 } })
  readonly categories!: Readonly<Record<string, number>>;
  @ApiProperty({ description: 'in direct chats' }) readonly response_times!: ResponseTimesDto;
}

export class TrendsDto {
  @ApiProperty() readonly zone!: string;
  @ApiProperty({ format: 'date' }) readonly from!: string;
  @ApiProperty({ format: 'date' }) readonly to!: string;
  @ApiProperty({
    description: 'messages in archives that reach into these days; they are not among the figures below',
  })
  readonly archived_messages!: number;
  @ApiProperty({ type: [TrendDayDto] }) readonly days!: TrendDayDto[];
}
