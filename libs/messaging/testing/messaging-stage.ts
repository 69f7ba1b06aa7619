import { DataSource } from 'typeorm';

import { createTestDatabase, newIncomingMessage, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';
import type { WhatsAppConnector } from '#whatsapp';

import { AccountStatuses, EventIntake, type KeptEvent } from '../src/index.js';

/** The application on a database of its own, and an account that takes what a test lets it observe. */
export class MessagingStage {
  private constructor(
    private readonly database: TestDatabase,
    readonly app: TestApp,
    readonly accountId: string,
  ) {}

  static async open(
    env: Readonly<Record<string, string>> = {},
    connector?: WhatsAppConnector,
  ): Promise<MessagingStage> {
    const database = await createTestDatabase();
    const app = await TestApp.start({ databaseUrl: database.url, env, connector });
    const statuses = app.app.get(AccountStatuses, { strict: false });
    return new MessagingStage(database, app, await statuses.ensure('default', 'simulator'));
  }

  part<T>(type: abstract new (...parts: never[]) => T): T {
    return this.app.app.get(type, { strict: false });
  }

  take(event: KeptEvent): Promise<void> {
    return this.part(EventIntake).take(this.accountId, event);
  }

  /** A message arrives, sent now unless said otherwise. Answers its id. */
  async say(message: Parameters<typeof newIncomingMessage>[0]): Promise<string> {
    const incoming = newIncomingMessage({ sentAt: new Date(), ...message });
    await this.take({ type: 'message', message: incoming });
    return incoming.id;
  }

  async rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.part(DataSource).query<T[]>(sql, parameters);
  }

  /** The only row. */
  async row<T>(sql: string, parameters: unknown[] = []): Promise<T> {
    const rows = await this.rows<T>(sql, parameters);
    if (rows.length !== 1) throw new Error(`${rows.length} rows instead of one`);
    return rows[0] as T;
  }

  async close(): Promise<void> {
    await this.app.stop();
    await this.database.drop();
  }
}
