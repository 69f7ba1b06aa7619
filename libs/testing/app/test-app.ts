import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';

import { AgentRouter } from '#agents';
import { Health } from '#telemetry';

import { createApplication, openPlatform } from '../../../apps/platform/src/index.js';
import { StandaloneModule } from '../../../apps/standalone/src/standalone.module.js';
import { TestPhone } from './test-phone.js';
import { waitFor } from '../src/wait-for.js';

export const TEST_API_KEY = 'test-key-that-is-long-enough-for-anybody';

export interface TestAppOptions {
  /** The database, usually of `createTestDatabase()`. */
  readonly databaseUrl: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The real application, every role in it, on a database of its own, with the simulator and the offline model. */
export class TestApp {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    private readonly closePlatform: () => Promise<void>,
  ) {}

  static async start({ databaseUrl, env = {} }: TestAppOptions): Promise<TestApp> {
    const dataDir = await mkdtemp(join(tmpdir(), 'secretary-test-'));
    const environment = {
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      ADMIN_API_KEY: TEST_API_KEY,
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
      BURST_QUIET_MS: '20',
      BURST_MAX_MS: '100',
      HTTP_RATE_LIMIT: '0',
      LLM_PROVIDER: 'offline',
      ...env,
    };
    const platform = await openPlatform('test', environment, () => undefined);
    const app = await createApplication(platform, StandaloneModule.forRoot(platform));
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
        const [{ open }] = await dataSource.query<[{ open: boolean }]>(OPEN_SQL);
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

/** Drafts, and what is held for a later time, wait for somebody else: they are not under way. */
const OPEN_SQL = `SELECT
  EXISTS (SELECT 1 FROM simulator_messages WHERE delivered_at IS NULL)
  OR EXISTS (SELECT 1 FROM chats WHERE turn_due_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM turns WHERE state = 'pending')
  OR EXISTS (SELECT 1 FROM outbox WHERE state = 'sending' OR state = 'queued' AND not_before < now() + interval '15 seconds')
  AS open`;
