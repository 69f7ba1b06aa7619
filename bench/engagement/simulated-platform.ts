import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';

import { Statements } from '#database';
import { EngagementModule } from '#engagement';
import { Clock } from '#kernel';
import { MessagingConnectorModule } from '#messaging';

import { ClockModule, openPlatform, type Platform } from '../../apps/platform/src/index.js';

/** Settings as they are by default, but for what the simulation stands for itself. */
const SETTINGS = {
  ...{ LLM_PROVIDER: 'offline', LOG_LEVEL: 'silent', TIME_ZONE: 'UTC' },
  // No operator looks at each of them, and the accounts are old.
  PROACTIVE_MODE: 'automatic',
  // As for a phone that is linked.
  PACING: 'on',
  MESSAGE_RATE_LIMIT: '0/minute',
};

@Module({})
class SimulationClockModule {}

/** Planner, store, outbox and last gates of the program, on a database and a clock of their own; nothing in it runs by itself. */
export class SimulatedPlatform {
  private constructor(
    private readonly app: INestApplicationContext,
    private readonly closePlatform: () => Promise<void>,
  ) {}

  static async open(databaseUrl: string, clock: Clock): Promise<SimulatedPlatform> {
    await forgiveCrashes(databaseUrl);
    const dataDir = await mkdtemp(join(tmpdir(), 'secretary-simulation-'));
    const environment = {
      ...{ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, ADMIN_API_KEY: 'simulation-key-that-is-long-enough' },
      ...SETTINGS,
    };
    const platform = await openPlatform('simulation', environment, () => undefined);
    const app = await NestFactory.createApplicationContext(rootOf(platform, clock), { logger: false });
    return new SimulatedPlatform(app, async () => {
      await platform.close();
      await rm(dataDir, { recursive: true, force: true });
    });
  }

  part<T>(type: abstract new (...parts: never[]) => T): T {
    return this.app.get(type, { strict: false });
  }

  /** Prepared: most are asked at every tick. */
  query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    const name = `simulation.${createHash('sha1').update(sql).digest('hex')}`;
    return this.part(Statements).run<T & object>({ name, text: sql }, values);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.closePlatform();
  }
}

/** A commit need not reach the disk: the database is thrown away afterwards. */
async function forgiveCrashes(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const name = client.escapeIdentifier(decodeURIComponent(new URL(databaseUrl).pathname.slice(1)));
  await client.query(`ALTER DATABASE ${name} SET synchronous_commit = off`);
  await client.end();
}

function rootOf(platform: Platform, clock: Clock): DynamicModule {
  const injected: DynamicModule = {
    module: SimulationClockModule,
    global: true,
    providers: [{ provide: Clock, useValue: clock }],
    exports: [Clock],
  };
  const modules = platform.modules.map((module) => (module.module === ClockModule ? injected : module));
  return { module: class Root {}, imports: [...modules, MessagingConnectorModule, EngagementModule] };
}
