import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

export class ReportDto {
  @ApiPropertyOptional({
    type: String,
    maxLength: 2_000,
    description: 'Is not kept: an operator looks at what was said.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  readonly reason?: string | null;
}
