import { IsBoolean, IsInt, Max, Min } from 'class-validator';

import { FromEnv } from '../variable.js';

/** How the store is kept equal to what the phone has. */
export class SyncConfig {
  @FromEnv('SYNC_ENABLED', { default: 'true', about: 'compare the store with the phone regularly' })
  @IsBoolean()
  readonly enabled!: boolean;

  @FromEnv('AUTO_SYNC_INTERVAL_MINUTES', { default: '30', about: 'how often recent messages are compared, in minutes' })
  @IsInt()
  @Min(1)
  @Max(10_080)
  readonly intervalMinutes!: number;

  @FromEnv('FULL_SYNC_INTERVAL_HOURS', { default: '24', about: 'how often whole chats are compared, in hours' })
  @IsInt()
  @Min(1)
  @Max(8_760)
  readonly fullIntervalHours!: number;
}
