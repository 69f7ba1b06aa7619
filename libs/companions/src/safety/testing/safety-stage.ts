import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { INestApplication } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { createTestDatabase, type TestDatabase } from '#testing';

import { createApplication, openPlatform } from '../../../../../apps/platform/src/index.js';
import { StandaloneModule } from '../../../../../apps/standalone/src/standalone.module.js';
import { SafetyHttpModule } from '../safety-http.module.js';
import { SafetyModule } from '../safety.module.js';

const API_KEY = 'test-key-that-is-long-enough-for-anybody';

/** The application with safety in it, on a database of its own. */
export class SafetyStage {
  private constructor(
    readonly app: INestApplication,
    private readonly url: string,
    private readonly database: TestDatabase,
    private readonly closePlatform: () => Promise<void>,
  ) {}

  static async open(): Promise<SafetyStage> {
    const database = await createTestDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'secretary-test-'));
    const environment = {
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      ADMIN_API_KEY: API_KEY,
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
      LOG_LEVEL: 'silent',
      HTTP_RATE_LIMIT: '0',
      LLM_PROVIDER: 'offline',
    };
    const platform = await openPlatform('test', environment, () => undefined);
    const modules = [...platform.modules, { module: SafetyModule }, { module: SafetyHttpModule }];
    const app = await createApplication(platform, StandaloneModule.forRoot({ ...platform, modules }));
    await app.listen(0, '127.0.0.1');
    return new SafetyStage(app, await app.getUrl(), database, async () => {
      await platform.close();
      await rm(dataDir, { recursive: true, force: true });
    });
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.closePlatform();
    await this.database.drop();
  }

  query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.app.get(DataSource).query<T[]>(sql, values);
  }

  /** A contact with a direct chat. */
  async newChat(): Promise<{ readonly contactId: string; readonly chatId: string; readonly accountId: string }> {
    const [contactId, chatId] = [newId(), newId()];
    const [account] = await this.query<{ id: string }>('SELECT id FROM accounts ORDER BY id LIMIT 1');
    const accountId = account?.id ?? (await this.newAccount());
    await this.query('INSERT INTO contacts (id, account_id, name) VALUES ($1, $2, $3)', [contactId, accountId, 'Ana']);
    await this.query(
      `INSERT INTO chats (id, account_id, external_id, kind, contact_id, subject_id) VALUES ($1, $2, $3, 'direct', $4, $4)`,
      [chatId, accountId, `${chatId}@lid`, contactId],
    );
    return { contactId, chatId, accountId };
  }

  async call<T>(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: T }> {
    const response = await fetch(`${this.url}/api/safety${path}`, {
      method,
      headers: {
        authorization: `Bearer ${API_KEY}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
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
