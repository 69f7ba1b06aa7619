import { ApiProperty } from '@nestjs/swagger';

/** A scheduled task as the API shows it. */
export class ScheduledJobDto {
  @ApiProperty({ example: 'auto_archive' }) readonly id!: string;
  @ApiProperty({ example: 'Auto-archive old conversations' }) readonly name!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null while it is switched off' })
  readonly next_run!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'when it last began; null: never' })
  readonly last_run!: Date | null;
  @ApiProperty({ description: 'whether the clock starts it' }) readonly enabled!: boolean;
}

export class ScheduledJobsDto {
  @ApiProperty() readonly success!: true;
  @ApiProperty({ description: 'whether a process runs the clock: a worker, or `npm start`' })
  readonly scheduler_running!: boolean;
  @ApiProperty({ type: [ScheduledJobDto] }) readonly jobs!: ScheduledJobDto[];
}

/** A task that began: `GET /api/conversations/tasks/{task_id}` tells how far it is. */
export class StartedTaskDto {
  @ApiProperty() readonly success!: true;
  @ApiProperty() readonly task_id!: string;
}
