import { Module } from '@nestjs/common';

import { StorageConfig } from '#config';
import { PgEvents } from '#database';

import { FanOut } from './fan-out/fan-out.port.js';
import { PgFanOut } from './fan-out/pg-fan-out.js';
import { RedisFanOut } from './fan-out/redis-fan-out.js';
import { PersonNews } from './people/person-news.service.js';
import { Realtime } from './publish/realtime.service.js';

const REDIS_PREFIX = 'secretary';

const fanOut = {
  provide: FanOut,
  inject: [StorageConfig, PgEvents],
  useFactory: ({ redisUrl }: StorageConfig, events: PgEvents): FanOut =>
    redisUrl ? new RedisFanOut(redisUrl, REDIS_PREFIX) : new PgFanOut(events),
};

/** `Realtime` and `PersonNews`, for whoever has news. Needs the modules of config, database and telemetry. */
@Module({ providers: [Realtime, PersonNews, fanOut], exports: [Realtime, PersonNews, FanOut] })
export class RealtimeModule {}
