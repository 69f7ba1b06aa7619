import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { DatabaseModule } from '#database';
import { newId } from '#kernel';
import { AdminKey, configureHttp, httpAdapter, MasterKeys, SecurityHttpModule, SecurityModule } from '#security';
import { TelemetryModule } from '#telemetry';
import { createTestDatabase } from '#testing';

import { WhatsAppConnector } from '../src/port/whatsapp-connector.js';
import type { WhatsAppPort } from '../src/port/whatsapp.port.js';
import { WhatsAppHttpModule } from '../src/whatsapp-http.module.js';
import { WhatsAppModule } from '../src/whatsapp.module.js';
import { TestMemory } from './test-memory.js';

const ADMIN_KEY = 'an-admin-key-for-this-test-only';

export interface SimulatorAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export interface SimulatorApp {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly key: string;
  /** An account of this app, not connected. */
  readonly port: WhatsAppPort;
  readonly memory: TestMemory;
  call(method: string, path: string, body?: object): Promise<SimulatorAnswer>;
  close(): Promise<void>;
}

/** The simulator's REST behind the real HTTP edge, on a port and a database of its own. */
export async function startSimulatorApp(): Promise<SimulatorApp> {
  const database = await createTestDatabase();
  const encryptionKey = Buffer.alloc(32, 7).toString('base64');
  const security = {
    masterKeys: await MasterKeys.open({ dataDir: '.', encryptionKey }),
    adminKey: await AdminKey.open({ dataDir: '.', adminApiKey: ADMIN_KEY }),
    searchLanguages: [],
    report: () => undefined,
  };

  @Module({
    imports: [
      TelemetryModule.forRoot({ name: 'test', level: 'silent', format: 'json' }),
      DatabaseModule.forRoot({ url: database.url, poolSize: 4 }),
      SecurityModule.forRoot(security),
      SecurityHttpModule,
      WhatsAppModule.forRoot({ connector: 'simulator' }),
      WhatsAppHttpModule.forRoot({ connector: 'simulator' }),
    ],
  })
  class SimulatorAppModule {}

  const app = await NestFactory.create<NestFastifyApplication>(SimulatorAppModule, httpAdapter(), { logger: false });
  configureHttp(app, { rateLimitPerMinute: 0, bodyLimitBytes: 1_048_576, publicPaths: [] });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const port = app.get(WhatsAppConnector, { strict: false }).open(newId());
  return {
    app,
    url,
    key: ADMIN_KEY,
    port,
    memory: new TestMemory(),
    call: async (method, path, body) => {
      const response = await fetch(`${url}/api/simulator/${path}`, {
        method,
        headers: { authorization: `Bearer ${ADMIN_KEY}`, ...(body && { 'content-type': 'application/json' }) },
        body: body && JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, body: JSON.parse(text || '{}') as Record<string, unknown> };
    },
    close: async () => {
      await port.disconnect();
      await app.close();
      await database.drop();
    },
  };
}
