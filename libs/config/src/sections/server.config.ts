import { IsArray, IsBoolean, IsInt, IsOptional, IsString, IsTimeZone, Matches, Max, Min } from 'class-validator';

import { FromEnv } from '../variable.js';

/** Where the HTTP server listens, and how much it takes from one caller. */
export class ServerConfig {
  @FromEnv('HOST', { default: '127.0.0.1', about: 'address to listen on' })
  @IsString()
  readonly host!: string;

  @FromEnv('PORT', { default: '8001', about: 'port to listen on, 0 for any free one' })
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly port!: number;

  @FromEnv('HTTP_RATE_LIMIT', { default: '6000', about: 'requests one address may make in a minute, 0 for no limit' })
  @IsInt()
  @Min(0)
  readonly rateLimitPerMinute!: number;

  @FromEnv('TRUSTED_PROXIES', {
    default: '',
    about: 'addresses or ranges of your reverse proxies, comma-separated: they tell who called',
  })
  @IsArray()
  @Matches(/^[\da-fA-F.:]+(\/\d{1,3})?$/, { each: true, message: 'must hold addresses such as 10.0.0.5 or 10.0.0.0/8' })
  readonly trustedProxies: string[] = [];

  @FromEnv('HTTP_BODY_LIMIT', { default: '1048576', about: 'largest JSON body, in bytes' })
  @IsInt()
  @Min(1_024)
  readonly bodyLimitBytes!: number;

  @FromEnv('SERVE_EXAMPLES', { default: 'false', about: 'true serves the example chat page at /examples/chat' })
  @IsBoolean()
  readonly examples!: boolean;

  @FromEnv('TIME_ZONE', { about: "zone of schedules and of days, such as Europe/Madrid; none takes the machine's" })
  @IsOptional()
  @IsTimeZone()
  readonly timeZone: string = Intl.DateTimeFormat().resolvedOptions().timeZone;
}
