import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

import { TASK_STATUSES, type TaskStatus } from './task.entity.js';

/** Which tasks are listed. */
export class ListTasksDto {
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

  @ApiPropertyOptional({ enum: TASK_STATUSES })
  @IsOptional()
  @IsIn(TASK_STATUSES)
  readonly status?: TaskStatus;

  @ApiPropertyOptional({ type: String, description: 'The `task_type`, such as `conversation.cleanup`.' })
  @IsOptional()
  @Matches(/^[a-z][a-z0-9.-]{0,63}$/, { message: 'name must be a task type, such as conversation.cleanup' })
  readonly name?: string;
}
