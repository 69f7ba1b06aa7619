import { join } from 'node:path';

import { Module } from '@nestjs/common';

import { StorageConfig, WhatsAppConfig } from '#config';
import { Clock, SystemClock } from '#kernel';
import { Logger, silentLogger } from '#telemetry';

import { WhatsAppConnector } from '../port/whatsapp-connector.js';
import { parseChromiumArgs } from './browser/chromium-args.js';
import { WebjsConnector } from './webjs.connector.js';

const MB = 2 ** 20;
const HOUR_MS = 3_600_000;

/** The connector to WhatsApp Web, with browser profiles in `DATA_DIR/sessions`. */
@Module({
  providers: [
    {
      provide: WhatsAppConnector,
      inject: [WhatsAppConfig, StorageConfig, { token: Clock, optional: true }, { token: Logger, optional: true }],
      useFactory: (config: WhatsAppConfig, { dataDir }: StorageConfig, clock?: Clock, logger?: Logger) =>
        new WebjsConnector({
          sessions: join(dataDir, 'sessions'),
          chromium: config.chromiumPath,
          chromiumArgs: parseChromiumArgs(config.chromiumArgs ?? ''),
          policy: {
            memoryLimit: config.chromiumMemoryMb * MB,
            recycleAfterMs: config.chromiumRecycleHours * HOUR_MS,
          },
          clock: clock ?? new SystemClock(),
          logger: logger ?? silentLogger,
        }),
    },
  ],
  exports: [WhatsAppConnector],
})
export class WebjsModule {}
