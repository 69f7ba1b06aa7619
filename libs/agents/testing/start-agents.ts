import { Module, type INestApplicationContext, type Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { DatabaseModule } from '#database';
import { Clock, SystemClock } from '#kernel';
import { TelemetryModule } from '#telemetry';

import { AgentsModule } from '../src/index.js';

export interface AgentsAppOptions {
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  /** Apps with the same one share their queues on Redis. */
  readonly redisPrefix: string;
  readonly clock?: Clock;
  readonly providers?: Provider[];
}

/** A process of its own, as far as queues and modules go: hosts the agents among `providers`. */
export async function startAgents(options: AgentsAppOptions): Promise<INestApplicationContext> {
  const { databaseUrl, redisUrl, redisPrefix, clock = new SystemClock(), providers = [] } = options;

  @Module({ providers: [{ provide: Clock, useValue: clock }], exports: [Clock] })
  class ClockModule {}

  @Module({
    imports: [
      { module: ClockModule, global: true },
      TelemetryModule.forRoot({ level: 'silent', format: 'json', name: 'test' }),
      DatabaseModule.forRoot({ url: databaseUrl, poolSize: 6 }),
      AgentsModule.forRoot({ databaseUrl, redisUrl, redisPrefix, poolSize: 8 }),
    ],
    providers,
  })
  class TestModule {}

  return NestFactory.createApplicationContext(TestModule, { logger: false, abortOnError: false });
}
