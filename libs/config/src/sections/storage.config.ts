import { IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';

import { FromEnv } from '../variable.js';

/** Where everything that must survive a restart is kept. */
export class StorageConfig {
  @FromEnv('DATA_DIR', {
    default: '.data',
    about: 'folder for the embedded database, keys, sessions, archives and media',
  })
  @IsString()
  readonly dataDir!: string;

  @FromEnv('DATABASE_URL', {
    about: 'postgres://user:password@host:port/name; none starts the embedded Postgres',
    secret: true,
  })
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/\S+$/, { message: 'must start with postgres://' })
  readonly databaseUrl?: string;

  @FromEnv('DATABASE_POOL_SIZE', { default: '10', about: 'connections one process keeps to Postgres' })
  @IsInt()
  @Min(2)
  @Max(200)
  readonly poolSize!: number;

  @FromEnv('REDIS_URL', { about: 'redis://host:port; none puts the queues on Postgres', secret: true })
  @IsOptional()
  @Matches(/^rediss?:\/\/\S+$/, { message: 'must start with redis:// or rediss://' })
  readonly redisUrl?: string;

  @FromEnv('IMPORT_MAX_MB', { default: '512', about: 'largest exported chat that may be uploaded, in MiB' })
  @IsInt()
  @Min(1)
  @Max(65_536)
  readonly importMaxMb!: number;
}
