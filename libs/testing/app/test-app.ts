import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';

import { AgentRouter } from '#agents';
import { Embeddings, LanguageModel, LlmModule } from '#llm';
import { Health } from '#telemetry';
import { WhatsAppConnector, WhatsAppModule } from '#whatsapp';

import { createApplication, openPlatform } from '../../../apps/platform/src/index.js';
import { StandaloneModule } from '../../../apps/standalone/src/standalone.module.js';
import { waitFor } from '../src/wait-for.js';
import { TestPhone } from './test-phone.js';
import { UNDER_WAY_SQL } from './under-way.js';

export const TEST_API_KEY = 'test-key-that-is-long-enough-for-anybody';
/** One for all, so that an application may be stopped and started again on its database. */
export const TEST_ENCRYPTION_KEY = Buffer.alloc(32, 7).toString('base64');

export interface TestAppOptions {
  /** The database, usually of `createTestDatabase()`. */
  readonly databaseUrl: string;
  readonly env?: Readonly<Record<string, string>>;
  /** In place of the offline model. */
  readonly model?: LanguageModel;
  /** In place of the simulator. */
  readonly connector?: WhatsAppConnector;
}

/** The real application, every role in it, on a database of its own, with the simulator and the offline model. */
export class TestApp {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    private readonly closePlatform: () => Promise<void>,
  ) {}

  static async start({ databaseUrl, env = {}, model, connector }: TestAppOptions): Promise<TestApp> {
    const dataDir = await mkdtemp(join(tmpdir(), 'secretary-test-'));
    const environment = {
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      ADMIN_API_KEY: TEST_API_KEY,
      ENCRYPTION_KEY: TEST_ENCRYPTION_KEY,
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
      BURST_QUIET_MS: '20',
      BURST_MAX_MS: '100',
      HTTP_RATE_LIMIT: '0',
      LLM_PROVIDER: 'offline',
      ...env,
    };
    const platform = await openPlatform('test', environment, () => undefined);
    const modules = withConnector(withModel(platform.modules, model), connector);
    const app = await createApplication(platform, StandaloneModule.forRoot({ ...platform, modules }));
    await app.listen(0, '127.0.0.1');
    app.get(Health).markReady();
    return new TestApp(app, await app.getUrl(), async () => {
      await platform.close();
      await rm(dataDir, { recursive: true, force: true });
    });
  }

  /** A phone on the simulated network. */
  phone(number: string, name = 'Guest'): TestPhone {
    return new TestPhone((path, init) => this.request(path, init), number, name);
  }

  /** A request with the admin key. */
  request(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${TEST_API_KEY}`,
        ...(init.body !== undefined && { 'content-type': 'application/json' }),
        ...(init.headers as Record<string, string> | undefined),
      },
    });
  }

  /** Waits until nothing is under way: every message routed, every turn finished, every answer sent. */
  async drained(timeoutMs = 20_000): Promise<void> {
    const dataSource = this.app.get(DataSource);
    const router = this.app.get(AgentRouter, { strict: false });
    await waitFor(
      async () => {
        const [{ open }] = await dataSource.query<[{ open: boolean }]>(UNDER_WAY_SQL);
        return !open && (await router.idle());
      },
      { timeoutMs, what: 'everything under way to end' },
    );
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.closePlatform();
  }
}

function withModel(modules: readonly DynamicModule[], model?: LanguageModel): readonly DynamicModule[] {
  if (!model) return modules;
  const providers = [
    { provide: LanguageModel, useValue: model },
    { provide: Embeddings, useValue: new Embeddings() },
  ];
  return modules.map((module) =>
    module.module === LlmModule
      ? { module: LlmModule, global: true, providers, exports: [LanguageModel, Embeddings] }
      : module,
  );
}

/** The simulated network stays: its own REST needs it. */
function withConnector(modules: readonly DynamicModule[], connector?: WhatsAppConnector): readonly DynamicModule[] {
  if (!connector) return modules;
  const providers = [{ provide: WhatsAppConnector, useValue: connector }];
  return modules.map((module) =>
    module.module === WhatsAppModule
      ? { ...module, providers, exports: [...(module.exports ?? []), WhatsAppConnector] }
      : module,
  );
}
