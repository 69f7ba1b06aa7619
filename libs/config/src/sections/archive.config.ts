import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';

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

  @FromEnv('ARCHIVE_S3_ENDPOINT', { about: 'http(s)://host:port of an S3-compatible server; none: that of AWS' })
  @IsOptional()
  @Matches(/^https?:\/\/\S+$/, { message: 'must start with http:// or https://' })
  readonly s3Endpoint?: string;

  @FromEnv('ARCHIVE_S3_REGION', { default: 'us-east-1', about: 'its region; most servers other than AWS take any' })
  @IsString()
  readonly s3Region!: string;

  @FromEnv('ARCHIVE_S3_BUCKET', { about: 'the bucket for archives, which must exist' })
  @IsOptional()
  @IsString()
  readonly s3Bucket?: string;

  @FromEnv('ARCHIVE_S3_PREFIX', {
    default: 'archives/',
    about: 'what the names of all archives in the bucket begin with',
  })
  @IsString()
  readonly s3Prefix!: string;

  @FromEnv('ARCHIVE_S3_ACCESS_KEY_ID', { about: 'who may read, write, list and delete in the bucket' })
  @IsOptional()
  @IsString()
  readonly s3AccessKeyId?: string;

  @FromEnv('ARCHIVE_S3_SECRET_ACCESS_KEY', { about: 'its secret', secret: true })
  @IsOptional()
  @IsString()
  readonly s3SecretAccessKey?: string;
}
