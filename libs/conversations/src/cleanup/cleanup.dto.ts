import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';

const MOST_DAYS = 36_500;

/** What is to be cleaned up. Everything left out is as the settings say. */
export class CleanupDto {
  @ApiPropertyOptional({
    type: Number,
    minimum: 1,
    maximum: MOST_DAYS,
    description: 'Archives older than this are deleted. Default: `ARCHIVE_RETENTION_DAYS`.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  readonly archive_retention_days?: number;

  @ApiPropertyOptional({
    type: Boolean,
    description: '`VACUUM (ANALYZE)` over the tables at the end. Default: `OPTIMIZE_TABLES`.',
  })
  @IsOptional()
  @IsBoolean()
  readonly optimize_tables?: boolean;

  @ApiPropertyOptional({
    type: Number,
    minimum: 0,
    maximum: MOST_DAYS,
    description: 'Archives without compression are compressed when older. Default: `COMPRESS_AFTER_DAYS`.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_DAYS)
  readonly compress_after_days?: number;

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Counts what would go, and removes nothing.' })
  @IsOptional()
  @IsBoolean()
  readonly dry_run?: boolean;
}
