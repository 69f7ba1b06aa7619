import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';

import { Clock, newId } from '#kernel';
import { DEFAULT_CHARACTER_ID, type Stage } from '#memory';
import { createTestDatabase, FakeClock, type TestDatabase } from '#testing';

import { ClockModule, openPlatform, type Platform } from '../../../apps/platform/src/index.js';
import { EngagementModule } from '../src/engagement.module.js';

/** How somebody stands, and where they are. */
export interface NewFriend {
  readonly stage?: Stage;
  /** 0-100. */
  readonly closeness?: number;
  readonly intimacy?: number;
  readonly trust?: number;
  /** How long ago they wrote last. */
  readonly silentHours?: number;
  /** Of their number; none: on the web. */
  readonly phone?: string;
}

export interface Friend {
  readonly contactId: string;
  readonly chatId: string;
  readonly accountId: string;
}

export interface PlanningStageOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Of another stage, whose it stays. */
  readonly database?: TestDatabase;
}

const HOUR_MS = 3_600_000;
/** Of a Wednesday: the middle of the day in London. */
export const NOON = new Date('2026-05-06T11:00:00Z');

@Module({})
class StoppedClockModule {}

/** Everything that plans, on a database and a clock of its own, without what runs by itself. */
export class PlanningStage {
  readonly clock = new FakeClock(NOON);
  private phones = 0;
  private app!: INestApplicationContext;

  private constructor(
    readonly database: TestDatabase,
    private readonly cleared: () => Promise<void>,
  ) {}

  static async open({ env = {}, database: given }: PlanningStageOptions = {}): Promise<PlanningStage> {
    const database = given ?? (await createTestDatabase());
    const dataDir = await mkdtemp(join(tmpdir(), 'secretary-planning-'));
    const platform = await openPlatform(
      'test',
      {
        ...{ DATABASE_URL: database.url, DATA_DIR: dataDir, ADMIN_API_KEY: 'test-key-that-is-long-enough-for-anybody' },
        ...{ ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'silent', LLM_PROVIDER: 'offline' },
        ...{ PROACTIVE_MODE: 'automatic', TIME_ZONE: 'Europe/London', ...env },
      },
      () => undefined,
    );
    const stage = new PlanningStage(database, async () => {
      await platform.close();
      if (!given) await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    });
    stage.app = await NestFactory.createApplicationContext(rootOf(platform, stage.clock), {
      logger: false,
      abortOnError: false,
    });
    return stage;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.cleared();
  }

  part<T>(type: abstract new (...parts: never[]) => T): T {
    return this.app.get(type, { strict: false });
  }

  query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.part(DataSource).query<T[]>(sql, values);
  }

  hoursAgo(hours: number): Date {
    return new Date(this.clock.now().getTime() - hours * HOUR_MS);
  }

  /** An account that sends. */
  async account(): Promise<string> {
    const id = newId();
    await this.query(
      `INSERT INTO accounts (id, name, connector, status, lease_expires_at, created_at)
       VALUES ($1::uuid, $1::text, 'simulation', 'READY', now() + interval '1 day', $2)`,
      [id, this.hoursAgo(24 * 365)],
    );
    return id;
  }

  /** Somebody whom one may write to, but for what is given. */
  async friend(given: NewFriend = {}, accountId?: string): Promise<Friend> {
    const account = accountId ?? (await this.account());
    const [contactId, chatId] = [newId(), newId()];
    const { stage = 'close_friend', closeness = 60, silentHours = 48 } = given;
    const at = this.hoursAgo(silentHours);
    this.phones += 1;
    const phone = given.phone ?? `4477009${String(this.phones).padStart(5, '0')}`;
    await this.query('INSERT INTO contacts (id, account_id, name) VALUES ($1, $2, $3)', [contactId, account, 'Ana']);
    await this.query(`INSERT INTO contact_aliases (account_id, kind, value, contact_id) VALUES ($1, 'pn', $2, $3)`, [
      ...[account, phone, contactId],
    ]);
    await this.query(
      `INSERT INTO chats (id, account_id, external_id, kind, contact_id, subject_id, last_message_at)
       VALUES ($1, $2, $3, 'direct', $4, $4, $5)`,
      [chatId, account, `${phone}@c.us`, contactId, at],
    );
    const numbers = [closeness, given.trust ?? closeness, given.intimacy ?? closeness];
    await this.query(
      `INSERT INTO relationships (contact_id, character_id, id, subject_id, level, trust, intimacy, level_root, trust_root,
         intimacy_root, tone, openness, recent_talk, recent_harm, stage, total_interactions, last_interaction_at, version)
       VALUES ($1, $2, $3, $1, $4, $5, $6, 0, 0, 0, 0, 0, 0, 0, $7, 10, $8, 1)`,
      [contactId, DEFAULT_CHARACTER_ID, newId(), ...numbers, stage, at],
    );
    return { contactId, chatId, accountId: account };
  }

  /** They write. */
  async hear({ chatId, contactId }: Friend, at: Date): Promise<void> {
    const id = newId();
    await this.query(
      `INSERT INTO messages (id, chat_id, external_id, author, sender_id, subject_id, kind, sent_at, stored_at)
       VALUES ($1::uuid, $2, $1::text, 'contact', $3, $3, 'text', $4, $4)`,
      [id, chatId, contactId, at],
    );
    await this.query('UPDATE chats SET last_message_at = $2 WHERE id = $1', [chatId, at]);
  }

  /** What was planned for them, the latest last. */
  plans({ contactId }: Friend): Promise<{ id: string; status: string; type: string; due_at: Date }[]> {
    return this.query('SELECT id, status, type, due_at FROM engagements WHERE contact_id = $1 ORDER BY created_at', [
      contactId,
    ]);
  }
}

function rootOf(platform: Platform, clock: Clock): DynamicModule {
  const stopped: DynamicModule = {
    module: StoppedClockModule,
    global: true,
    providers: [{ provide: Clock, useValue: clock }],
    exports: [Clock],
  };
  const modules = platform.modules.map((module) => (module.module === ClockModule ? stopped : module));
  return { module: class Root {}, imports: [...modules, EngagementModule] };
}
