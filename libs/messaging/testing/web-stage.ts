import { DataSource } from 'typeorm';

import { Transactions } from '#database';
import type { Viewer } from '#security';
import { createTestDatabase, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

import {
  ConversationMessages,
  Conversations,
  OutboxWriter,
  People,
  type ConversationMessage,
  type ConversationView,
  type OutgoingTexts,
} from '../src/index.js';

/** The application, as many times as a test wants it, on one database, and people who talk on the web. Nobody answers them by itself. */
export class WebStage {
  private people = 0;

  private constructor(
    private readonly database: TestDatabase,
    private readonly apps: readonly TestApp[],
  ) {}

  static async open({
    apps = 1,
    env = {},
  }: { readonly apps?: number; readonly env?: Readonly<Record<string, string>> } = {}): Promise<WebStage> {
    const database = await createTestDatabase();
    const started: TestApp[] = [];
    for (let nth = 0; nth < apps; nth++) {
      // One after another: the first one makes the tables.
      started.push(await TestApp.start({ databaseUrl: database.url, env: { MESSAGE_RATE_LIMIT: '0/minute', ...env } }));
    }
    return new WebStage(database, started);
  }

  part<T>(type: abstract new (...parts: never[]) => T, nth = 0): T {
    const app = this.apps[nth];
    if (!app) throw new Error(`there is no application ${nth}`);
    return app.app.get(type, { strict: false });
  }

  /** Somebody new, as the site knows them. */
  async person(): Promise<Viewer & { readonly kind: 'person' }> {
    this.people += 1;
    return { kind: 'person', contactId: await this.part(People).resolve(`visitor-${this.people}`) };
  }

  /** A conversation of that person in which nobody answers by itself. */
  async conversation({ contactId }: { readonly contactId: string }): Promise<ConversationView> {
    const conversation = await this.part(Conversations).create({ contactId });
    await this.rows(`UPDATE chats SET reply_mode = 'paused' WHERE id = $1`, [conversation.id]);
    return conversation;
  }

  async say(viewer: Viewer, id: string, content: string, clientId?: string): Promise<ConversationMessage> {
    return (await this.part(ConversationMessages).send(viewer, id, { content, clientId })).message;
  }

  /** Something of ours waits in the outbox of a chat, to be sent whatever its mode. */
  async put(chatId: string, outgoing: Partial<OutgoingTexts>): Promise<void> {
    await this.part(Transactions).run((manager) =>
      this.part(OutboxWriter).put(manager, { chatId, origin: 'operator', draft: false, texts: ['hello'], ...outgoing }),
    );
  }

  /** A request of the operator, and what is answered. */
  async request(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ readonly status: number; readonly code?: string }> {
    const response = await this.apps[0]!.request(path, { method, ...(body && { body: JSON.stringify(body) }) });
    const text = await response.text();
    return { ...(text !== '' && (JSON.parse(text) as object)), status: response.status };
  }

  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.part(DataSource).query<T[]>(sql, parameters);
  }

  async count(sql: string, parameters: unknown[] = []): Promise<number> {
    const [row] = await this.rows<{ count: number }>(`SELECT count(*)::integer AS count ${sql}`, parameters);
    return row?.count ?? 0;
  }

  async close(): Promise<void> {
    for (const app of this.apps) await app.stop();
    await this.database.drop();
  }
}
