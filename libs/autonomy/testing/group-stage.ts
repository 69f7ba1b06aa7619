import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';

import { Clock, newId } from '#kernel';
import { FieldCipher } from '#security';
import { createTestDatabase, FakeClock, type TestDatabase } from '#testing';

import { ClockModule, openPlatform, type Platform } from '../../../apps/platform/src/index.js';
import { AutonomyModule } from '../src/autonomy.module.js';
import { ensureGroup } from '../src/store/ensure-group.js';

export interface StagedGroup {
  readonly chatId: string;
  readonly accountId: string;
  /** Ids of contacts. */
  readonly members: readonly string[];
}

export interface SaidThere {
  /** None: nothing but that something was said. */
  readonly text?: string;
  readonly at?: Date;
  /** Somebody answers the message with this id. */
  readonly quotedId?: string;
  readonly addressed?: boolean;
  readonly author?: 'contact' | 'assistant';
}

export interface GroupStageOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Of another stage, whose it stays. */
  readonly database?: TestDatabase;
}

/** Of a Wednesday: the middle of the day in London. */
const NOON = new Date('2026-05-06T11:00:00Z');
const SPACING_MS = 20_000;

@Module({})
class StoppedClockModule {}

/** Everything that observes, decides and speaks in groups, on a database and a clock of its own, without what runs by itself. */
export class GroupStage {
  readonly clock = new FakeClock(NOON);
  private groups = 0;
  private app!: INestApplicationContext;

  private constructor(
    readonly database: TestDatabase,
    private readonly cleared: () => Promise<void>,
  ) {}

  static async open({ env = {}, database: given }: GroupStageOptions = {}): Promise<GroupStage> {
    const database = given ?? (await createTestDatabase());
    const dataDir = await mkdtemp(join(tmpdir(), 'secretary-groups-'));
    const platform = await openPlatform(
      'test',
      {
        ...{ DATABASE_URL: database.url, DATA_DIR: dataDir, ADMIN_API_KEY: 'test-key-that-is-long-enough-for-anybody' },
        ...{ ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'silent', LLM_PROVIDER: 'offline' },
        ...{ TIME_ZONE: 'Europe/London', DATABASE_POOL_SIZE: '20', ...env },
      },
      () => undefined,
    );
    const stage = new GroupStage(database, async () => {
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

  secondsAgo(seconds: number): Date {
    return new Date(this.clock.now().getTime() - seconds * 1_000);
  }

  /** A group of three on an account that sends, in a mood that stays. */
  async group({ engine = 'v2', mood = 'bubbly' } = {}): Promise<StagedGroup> {
    const [accountId, chatId] = [newId(), newId()];
    const members = [newId(), newId(), newId()];
    this.groups += 1;
    await this.query(
      `INSERT INTO accounts (id, name, connector, status, lease_expires_at, created_at)
       VALUES ($1::uuid, $1::text, 'simulation', 'READY', now() + interval '1 day', now())`,
      [accountId],
    );
    await this.query(`INSERT INTO contacts (id, account_id, name) SELECT id, $2, 'Ana' FROM unnest($1::uuid[]) AS id`, [
      members,
      accountId,
    ]);
    await this.query(
      `INSERT INTO chats (id, account_id, external_id, kind, title, subject_id) VALUES ($1, $2, $3, 'group', 'Lunch', $1)`,
      [chatId, accountId, `1203630000${this.groups}@g.us`],
    );
    await this.part(DataSource).transaction((manager) => ensureGroup(manager, chatId, this.clock.now()));
    await this.query(`UPDATE autonomy_groups SET engine = $2, mood = $3, mood_frozen = true WHERE chat_id = $1`, [
      ...[chatId, engine, mood],
    ]);
    return { chatId, accountId, members };
  }

  /** One of them says something, now unless said otherwise. Answers WhatsApp's id of it. */
  async say({ chatId, members }: StagedGroup, who: number, said: SaidThere = {}): Promise<string> {
    const id = newId();
    const { text, at = this.clock.now(), quotedId = null, addressed = false, author = 'contact' } = said;
    const sender = author === 'contact' ? (members[who % members.length] ?? null) : null;
    const place = { table: 'messages', column: 'body', rowId: id };
    const body = text === undefined ? null : await this.part(FieldCipher).seal(sender ?? chatId, place, text);
    await this.query(
      `INSERT INTO messages (id, chat_id, external_id, participant, author, sender_id, subject_id, kind, quoted_id, addressed, sent_at, stored_at,
         body)
       VALUES ($1::uuid, $2::uuid, $1::text, coalesce($3::text, ''), $4, $3::uuid, coalesce($3::uuid, $2::uuid), 'text', $5, $6, $7, $8, $9)`,
      [id, chatId, sender, author, quotedId, addressed, at, this.clock.now(), body],
    );
    return id;
  }

  /** All three talk for some minutes, until now: at the end it would join them. */
  async talk(group: StagedGroup, messages = 18): Promise<void> {
    const begun = this.clock.now().getTime() - (messages - 1) * SPACING_MS;
    for (let index = 0; index < messages; index += 1) {
      const text = `what about place number ${index}`;
      await this.say(group, index, { text, at: new Date(begun + index * SPACING_MS) });
    }
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
  return { module: class Root {}, imports: [...modules, AutonomyModule] };
}
