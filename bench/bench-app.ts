import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';

import { createApplication, openPlatform, type Platform } from '../apps/platform/src/index.js';

export const BENCH_API_KEY = 'bench-key-that-is-long-enough-for-anybody';

export interface BenchApp {
  readonly app: NestFastifyApplication;
  readonly databaseUrl: string;
  readonly url: string;
  close(): Promise<void>;
}

/** A process of the program in this process, on a database of its own. */
export async function openBenchApp(
  serverUrl: string,
  moduleOf: (platform: Platform) => DynamicModule,
  env: Readonly<Record<string, string>> = {},
): Promise<BenchApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'secretary-bench-app-'));
  const databaseUrl = await createBenchDatabase(serverUrl);
  const environment = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    ADMIN_API_KEY: BENCH_API_KEY,
    LOG_LEVEL: 'silent',
    HTTP_RATE_LIMIT: '1000000000',
    LLM_PROVIDER: 'offline',
    ...env,
  };
  const platform = await openPlatform('bench', environment, () => undefined);
  const app = await createApplication(platform, moduleOf(platform));
  await app.listen(0, '127.0.0.1');
  return {
    app,
    databaseUrl,
    url: await app.getUrl(),
    close: async () => {
      await app.close();
      await platform.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** An empty database of its own on the server. */
export async function createBenchDatabase(serverUrl: string): Promise<string> {
  const name = `bench_${Date.now().toString(36)}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
