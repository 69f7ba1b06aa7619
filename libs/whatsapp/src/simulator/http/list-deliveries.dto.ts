import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

export class ListDeliveriesDto {
  @ApiPropertyOptional({ example: '34600000001@c.us', description: 'A phone, or an id of WhatsApp' })
  @IsOptional()
  @IsString()
  @Length(1, 128)
  readonly chat?: string;

  @ApiPropertyOptional({ description: 'An ISO time, or the id of a message that was delivered' })
  @IsOptional()
  @IsString()
  @Length(1, 128)
  readonly after?: string;

  @ApiPropertyOptional({ default: 10_000, minimum: 1, maximum: 100_000 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly limit: number = 10_000;
}
