import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';

import { FromEnv } from '../variable.js';

/** When chats are put into the archive, how, and for how long. */
export class ArchiveConfig {
  @FromEnv('ARCHIVE_ENABLED', { default: 'true', about: 'archive old and inactive chats every night' })
  @IsBoolean()
  readonly enabled!: boolean;

  @FromEnv('AUTO_ARCHIVE_AFTER_DAYS', {
    default: '90',
    about: 'chats whose last message is older are archived, in days',
  })
  @IsInt()
  @Min(1)
  @Max(36_500)
  readonly afterDays!: number;

  @FromEnv('ARCHIVE_INACTIVE_AFTER_DAYS', {
    default: '60',
    about: 'chats in which nobody but us wrote for so long are archived when little speaks for keeping them, in days',
  })
  @IsInt()
  @Min(1)
  @Max(36_500)
  readonly inactiveAfterDays!: number;

  @FromEnv('COMPRESS_ARCHIVES', { default: 'true', about: 'compress archives when they are made' })
  @IsBoolean()
  readonly compress!: boolean;

  @FromEnv('ARCHIVE_RETENTION_DAYS', { default: '365', about: 'archives older than this are deleted, in days' })
  @IsInt()
  @Min(1)
  @Max(36_500)
  readonly retentionDays!: number;

  @FromEnv('ARCHIVE_STORE', { default: 'postgres', about: 'where archives lie: postgres, files (in DATA_DIR) or s3' })
  @IsIn(['postgres', 'files', 's3'])
  readonly store!: 'postgres' | 'files' | 's3';
}
