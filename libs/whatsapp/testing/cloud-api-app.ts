import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';

import { CloudApiConfig } from '#config';
import { DatabaseModule, PgEvents } from '#database';
import { Clock, SystemClock } from '#kernel';
import {
  AdminKey,
  configureHttp,
  DataKeys,
  httpAdapter,
  MasterKeys,
  SecurityHttpModule,
  SecurityModule,
} from '#security';
import { Logger, TelemetryModule } from '#telemetry';

import { CloudApiConnector } from '../src/cloud-api/cloud-api.connector.js';
import { CloudApiStore } from '../src/cloud-api/cloud-api-store.js';
import { GraphClient } from '../src/cloud-api/graph/graph-client.js';
import { WhatsAppHttpModule } from '../src/whatsapp-http.module.js';
import { WhatsAppModule } from '../src/whatsapp.module.js';

export interface CloudApiAppOptions {
  readonly databaseUrl: string;
  readonly settings: Pick<
    CloudApiConfig,
    'token' | 'phoneNumberId' | 'appSecret' | 'verifyToken' | 'graphUrl' | 'version'
  >;
  readonly clock?: Clock;
  /** The longest wait for Graph. Ms. */
  readonly timeoutMs?: number;
}

export interface CloudApiApp {
  readonly url: string;
  readonly dataSource: DataSource;
  /** Opens accounts as the module's own connector does, but looks more often whether Graph answers. */
  readonly connector: CloudApiConnector;
  close(): Promise<void>;
}

/** The Cloud API's module and webhook behind the real HTTP edge, on a free port. */
export async function startCloudApiApp(options: CloudApiAppOptions): Promise<CloudApiApp> {
  const { databaseUrl, settings, clock = new SystemClock(), timeoutMs } = options;
  const encryptionKey = Buffer.alloc(32, 7).toString('base64');
  const security = {
    masterKeys: await MasterKeys.open({ dataDir: '.', encryptionKey }),
    adminKey: await AdminKey.open({ dataDir: '.', adminApiKey: 'an-admin-key-for-this-test-only' }),
    searchLanguages: [],
    report: () => undefined,
  };
  const config = Object.assign(new CloudApiConfig(), settings);

  @Module({
    imports: [
      {
        module: SettingsOfTest,
        global: true,
        providers: [
          { provide: CloudApiConfig, useValue: config },
          { provide: Clock, useValue: clock },
        ],
        exports: [CloudApiConfig, Clock],
      },
      TelemetryModule.forRoot({ name: 'test', level: 'silent', format: 'json' }),
      DatabaseModule.forRoot({ url: databaseUrl, poolSize: 4 }),
      SecurityModule.forRoot(security),
      SecurityHttpModule,
      WhatsAppModule.forRoot({ connector: 'cloud-api' }),
      WhatsAppHttpModule.forRoot({ connector: 'cloud-api' }),
    ],
  })
  class CloudApiAppModule {}

  const app = await NestFactory.create<NestFastifyApplication>(CloudApiAppModule, httpAdapter(), { logger: false });
  configureHttp(app, { rateLimitPerMinute: 0, bodyLimitBytes: 1_048_576, publicPaths: [] });
  await app.listen(0, '127.0.0.1');
  const dataSource = app.get(DataSource);
  const phoneNumberId = settings.phoneNumberId ?? '';
  const graphSettings = {
    token: settings.token ?? '',
    phoneNumberId,
    graphUrl: settings.graphUrl,
    version: settings.version,
  };
  return {
    url: await app.getUrl(),
    dataSource,
    connector: new CloudApiConnector({
      store: new CloudApiStore({ dataSource, keys: app.get(DataKeys, { strict: false }), phoneNumberId, clock }),
      graph: new GraphClient({ ...graphSettings, ...(timeoutMs !== undefined && { timeoutMs }) }),
      events: app.get(PgEvents, { strict: false }),
      logger: app.get(Logger, { strict: false }),
      watch: { healthyMs: 50, failingMs: 20 },
    }),
    close: () => app.close(),
  };
}

/** Settings and clock, as the platform provides them. */
class SettingsOfTest {}
