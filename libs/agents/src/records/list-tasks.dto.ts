import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import { PageQueryDto } from '#security';

import { TASK_STATUSES, type TaskStatus } from './task.entity.js';

/** Which tasks are listed. */
export class ListTasksDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: TASK_STATUSES })
  @IsOptional()
  @IsIn(TASK_STATUSES)
  readonly status?: TaskStatus;

  @ApiPropertyOptional({ type: String, description: 'The `task_type`, such as `conversation.cleanup`.' })
  @IsOptional()
  @Matches(/^[a-z][a-z0-9.-]{0,63}$/, { message: 'name must be a task type, such as conversation.cleanup' })
  readonly name?: string;
}
