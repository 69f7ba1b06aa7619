import type { INestApplication } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { createTestDatabase, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

/** The application on a database of its own. */
export class SafetyStage {
  private constructor(
    private readonly running: TestApp,
    private readonly database: TestDatabase,
  ) {}

  static async open(): Promise<SafetyStage> {
    const database = await createTestDatabase();
    return new SafetyStage(await TestApp.start({ databaseUrl: database.url }), database);
  }

  get app(): INestApplication {
    return this.running.app;
  }

  async close(): Promise<void> {
    await this.running.stop();
    await this.database.drop();
  }

  query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.app.get(DataSource).query<T[]>(sql, values);
  }

  /** A contact with a direct chat. */
  async newChat(): Promise<{ readonly contactId: string; readonly chatId: string; readonly accountId: string }> {
    const [contactId, chatId] = [newId(), newId()];
    const [account] = await this.query<{ id: string }>(
      `SELECT id FROM accounts WHERE connector <> 'web' ORDER BY id LIMIT 1`,
    );
    const accountId = account?.id ?? (await this.newAccount());
    await this.query('INSERT INTO contacts (id, account_id, name) VALUES ($1, $2, $3)', [contactId, accountId, 'Ana']);
    await this.query(
      `INSERT INTO chats (id, account_id, external_id, kind, contact_id, subject_id) VALUES ($1, $2, $3, 'direct', $4, $4)`,
      [chatId, accountId, `${chatId}@lid`, contactId],
    );
    return { contactId, chatId, accountId };
  }

  async call<T>(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: T }> {
    const response = await this.running.request(`/api/safety${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as T };
  }

  private async newAccount(): Promise<string> {
    const id = newId();
    await this.query(`INSERT INTO accounts (id, name, connector) VALUES ($1, 'main', 'simulator')`, [id]);
    return id;
  }
}
