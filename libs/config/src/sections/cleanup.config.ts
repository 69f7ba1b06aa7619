import { IsBoolean, IsInt, Matches, Max, Min } from 'class-validator';

import { FromEnv } from '../variable.js';

/** What is cleaned up, and when. */
export class CleanupConfig {
  @FromEnv('CLEANUP_ENABLED', { default: 'true', about: 'clean up the database every night' })
  @IsBoolean()
  readonly enabled!: boolean;

  @FromEnv('CLEANUP_RUN_TIME', { default: '02:00', about: 'when the clean-up runs, HH:MM in TIME_ZONE' })
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'must be a time of day, HH:MM from 00:00 to 23:59' })
  readonly runTime!: string;

  @FromEnv('OPTIMIZE_TABLES', { default: 'true', about: 'VACUUM (ANALYZE) the tables at the end of a clean-up' })
  @IsBoolean()
  readonly optimizeTables!: boolean;

  @FromEnv('COMPRESS_AFTER_DAYS', {
    default: '30',
    about: 'archives that were made without compression are compressed when older, in days',
  })
  @IsInt()
  @Min(0)
  @Max(36_500)
  readonly compressAfterDays!: number;

  @FromEnv('TASK_RETENTION_DAYS', { default: '30', about: 'records of finished tasks are deleted when older, in days' })
  @IsInt()
  @Min(1)
  @Max(36_500)
  readonly taskRetentionDays!: number;

  @FromEnv('DEAD_LETTER_RETENTION_DAYS', {
    default: '90',
    about: 'tasks that failed for good can be retried for so long, in days',
  })
  @IsInt()
  @Min(1)
  @Max(36_500)
  readonly deadLetterRetentionDays!: number;
}
