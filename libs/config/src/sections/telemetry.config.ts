import { IsIn, IsOptional, Matches } from 'class-validator';

import { FromEnv } from '../variable.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** What we say about ourselves. */
export class TelemetryConfig {
  @FromEnv('LOG_LEVEL', { default: 'info', about: 'debug, info, warn, error or silent' })
  @IsIn(['debug', 'info', 'warn', 'error', 'silent'])
  readonly logLevel!: LogLevel;

  @FromEnv('LOG_FORMAT', { default: 'json', about: 'json or pretty' })
  @IsIn(['json', 'pretty'])
  readonly logFormat!: 'json' | 'pretty';

  @FromEnv('FAILPOINT', {
    about: 'for tests of crashes only: the step, such as outbox.gated:2, at which to kill this process',
  })
  @IsOptional()
  @Matches(/^[a-z.-]+(:\d+)?$/, { message: 'must be the name of a step' })
  readonly failpoint?: string;
}
