import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DataSource } from 'typeorm';

import { AccountStatuses, HistoryWriter, type HistoricMessage } from '#messaging';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

interface TaskAnswer {
  readonly status: string;
  readonly output_data: Readonly<Record<string, unknown>> | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

export interface FinishedExport {
  readonly exportId: string;
  readonly task: TaskAnswer;
}

/** The application on a database and a folder of its own, with chats to be exported. */
export class ExportStage {
  private messages = 0;

  private constructor(
    private readonly database: TestDatabase,
    readonly folder: string,
    readonly app: TestApp,
    readonly accountId: string,
  ) {}

  static async open(env: Readonly<Record<string, string>> = {}): Promise<ExportStage> {
    const database = await createTestDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'export-test-'));
    const app = await TestApp.start({ databaseUrl: database.url, env: { DATA_DIR: folder, TIME_ZONE: 'UTC', ...env } });
    const accountId = await app.app.get(AccountStatuses, { strict: false }).ensure('default', 'simulator');
    return new ExportStage(database, folder, app, accountId);
  }

  part<T>(type: abstract new (...parts: never[]) => T): T {
    return this.app.app.get(type, { strict: false });
  }

  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.part(DataSource).query<T[]>(sql, parameters);
  }

  /** A chat with these messages, a minute apart; those without a sender are ours. Answers our id of it. */
  async chat(externalId: string, name: string, messages: readonly Partial<HistoricMessage>[]): Promise<string> {
    const kind = externalId.endsWith('@g.us') ? 'group' : 'direct';
    const { chatId } = await this.part(HistoryWriter).openChat(this.accountId, { externalId, kind, name });
    await this.part(HistoryWriter).write(
      chatId,
      messages.map((facts) => {
        this.messages += 1;
        return {
          externalId: `EXT-${this.messages}`,
          sender: { externalId, name },
          fromMe: false,
          kind: 'text',
          text: 'hi',
          sentAt: new Date(Date.UTC(2024, 0, 1, 10, this.messages)),
          ...facts,
        };
      }),
    );
    return chatId;
  }

  post(body: unknown): Promise<Response> {
    return this.app.request('/api/conversations/export', { method: 'POST', body: JSON.stringify(body) });
  }

  /** Waits for the end of an export, whatever it is. */
  async run(body: unknown): Promise<FinishedExport> {
    const response = await this.post(body);
    const answer = (await response.json()) as { task_id: string; export_id: string };
    if (response.status !== 202) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
    return { exportId: answer.export_id, task: await this.task(answer.task_id) };
  }

  async task(taskId: string): Promise<TaskAnswer> {
    return waitFor(
      async () => {
        const task = (await (await this.app.request(`/api/conversations/tasks/${taskId}`)).json()) as TaskAnswer;
        return ['completed', 'failed'].includes(task.status) && task;
      },
      { what: 'the export to end', timeoutMs: 60_000, everyMs: 50 },
    );
  }

  download(exportId: string): Promise<Response> {
    return this.app.request(`/api/conversations/exports/${exportId}/download`);
  }

  /** Exports, and downloads what came of it. */
  async file(body: unknown): Promise<Buffer> {
    const { exportId, task } = await this.run(body);
    if (task.status !== 'completed') throw new Error(JSON.stringify(task.error));
    return Buffer.from(await (await this.download(exportId)).arrayBuffer());
  }

  /** Everything below the folder of the exports. */
  async filesLeft(): Promise<string[]> {
    return (await readdir(join(this.folder, 'exports'), { recursive: true }).catch(() => [])).sort();
  }

  async close(): Promise<void> {
    await this.app.stop();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
