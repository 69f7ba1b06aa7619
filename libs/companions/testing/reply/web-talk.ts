import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';

import type { LanguageModel } from '#llm';
import { ConversationMessages, Conversations, People } from '#messaging';
import { PersonNews } from '#realtime';
import type { Viewer } from '#security';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

import type { ResponseChunk } from '../../src/reply/stream/response-chunk.js';

/** What was told to sockets, apart from the table. */
export interface Told {
  readonly chatId: string;
  readonly event: string;
  readonly payload: unknown;
}

/** The application and people who talk with it on the web. */
export class WebTalk {
  readonly told: Told[] = [];
  private people = 0;
  private said = 0;

  private constructor(
    private readonly database: TestDatabase,
    private readonly model: LanguageModel,
    private readonly env: Readonly<Record<string, string>>,
    private app: TestApp,
  ) {}

  static async open(model: LanguageModel, env: Readonly<Record<string, string>> = {}): Promise<WebTalk> {
    const database = await createTestDatabase();
    const all = { MESSAGE_RATE_LIMIT: '0/minute', LOOP_GUARD_REPLIES_PER_MINUTE: '1000', ...env };
    const talk = new WebTalk(database, model, all, await TestApp.start({ databaseUrl: database.url, env: all, model }));
    talk.listen();
    return talk;
  }

  /** Ends the process in the middle of what it does, and starts another. */
  async restart(): Promise<void> {
    await this.app.stop();
    this.app = await TestApp.start({ databaseUrl: this.database.url, env: this.env, model: this.model });
    this.listen();
  }

  part<T>(type: abstract new (...parts: never[]) => T): T {
    return this.app.app.get(type, { strict: false });
  }

  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.part(DataSource).query<T[]>(sql, parameters);
  }

  drained(timeoutMs?: number): Promise<void> {
    return this.app.drained(timeoutMs);
  }

  async close(): Promise<void> {
    await this.app.stop();
    await this.database.drop();
  }

  /** A conversation of somebody new. */
  async begin() {
    this.people += 1;
    const contactId = await this.part(People).resolve(`visitor-${this.people}`);
    const viewer: Viewer = { kind: 'person', contactId };
    const { id } = await this.part(Conversations).create({ contactId });
    const say = async (content: string): Promise<string> => {
      const clientId = `c${(this.said += 1)}`;
      return (await this.part(ConversationMessages).send(viewer, id, { content, clientId })).message.id;
    };
    const answers = async () => {
      const { items } = await this.part(ConversationMessages).list(viewer, id, { limit: 100 });
      return items.filter(({ senderType }) => senderType === 'character').toReversed();
    };
    const answered = async (parts = 1) => {
      await waitFor(async () => (await answers()).length >= parts, { what: 'the answer', timeoutMs: 30_000 });
      await this.drained(30_000);
      return answers();
    };
    const chunks = (): ResponseChunk[] =>
      this.told
        .filter(({ chatId, event }) => chatId === id && event === 'character:response')
        .map(({ payload }) => payload as ResponseChunk);
    return { id, viewer, say, answers, answered, chunks };
  }

  private listen(): void {
    jest.spyOn(this.part(PersonNews), 'tell').mockImplementation((_, chatId, event, payload) => {
      this.told.push({ chatId, event, payload });
    });
  }
}
