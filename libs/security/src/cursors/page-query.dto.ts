import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** What every list takes. */
export class PageQueryDto {
  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 200, default: 50, description: 'How many, at the most.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  readonly limit: number = 50;

  @ApiPropertyOptional({ type: String, description: '`next_cursor` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  readonly cursor?: string;
}
