import { DataSource } from 'typeorm';

import { AccountStatuses, HistoryWriter, type HistoricMessage } from '#messaging';
import type { LanguageModel } from '#llm';
import { createTestDatabase, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

import { Absorber } from '../src/absorb/absorber.service.js';
import { DEFAULT_CHARACTER_ID } from '../src/default-character-id.js';
import type { MemoryOwner } from '../src/facts/memory-scope.js';

/** One line of a talk; ours when `by` is `us`. */
export interface Line {
  readonly text: string;
  readonly at: Date;
  readonly by?: string;
}

/** A chat that was talked in. */
export interface Talk {
  readonly chatId: string;
  readonly owner: MemoryOwner;
}

/** The application on a database of its own, and talks with a past. */
export class TalkStage {
  private written = 0;

  private constructor(
    private readonly database: TestDatabase,
    readonly app: TestApp,
    readonly accountId: string,
  ) {}

  static async open({
    model,
    env = {},
  }: { model?: LanguageModel; env?: Record<string, string> } = {}): Promise<TalkStage> {
    const database = await createTestDatabase();
    const app = await TestApp.start({
      databaseUrl: database.url,
      env: { TIME_ZONE: 'UTC', ...env },
      ...(model && { model }),
    });
    const accountId = await app.app.get(AccountStatuses, { strict: false }).ensure('default', 'simulator');
    return new TalkStage(database, app, accountId);
  }

  part<T>(type: abstract new (...parts: never[]) => T): T {
    return this.app.app.get(type, { strict: false });
  }

  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.part(DataSource).query<T[]>(sql, parameters);
  }

  /** A private talk with a person, oldest line first. The same person again: the talk goes on. */
  async talk(phone: string, lines: readonly Line[], name = 'Ana'): Promise<Talk> {
    const externalId = `${phone}@c.us`;
    const chatId = await this.chatOf(externalId, 'direct');
    await this.part(HistoryWriter).write(
      chatId,
      lines.map((line) => this.message(line, externalId, name)),
    );
    const [chat] = await this.rows<{ contact_id: string }>('SELECT contact_id FROM chats WHERE id = $1', [chatId]);
    return { chatId, owner: { characterId: DEFAULT_CHARACTER_ID, contactId: chat?.contact_id ?? '' } };
  }

  /** A talk in a group; each line is by a phone. Answers the chat's id. */
  async groupTalk(group: string, lines: readonly Line[]): Promise<string> {
    const chatId = await this.chatOf(`${group}@g.us`, 'group');
    const messages = lines.map((line) => this.message(line, `${line.by ?? '34600000000'}@c.us`, 'Member'));
    await this.part(HistoryWriter).write(chatId, messages);
    return chatId;
  }

  /** Takes in everything that waits in a chat, for these steps. */
  async absorb(chatId: string, steps: readonly string[], evenIfNotDue = true): Promise<void> {
    await this.part(Absorber).absorb({ characterId: DEFAULT_CHARACTER_ID, chatId }, { steps, evenIfNotDue });
  }

  async close(): Promise<void> {
    await this.app.stop();
    await this.database.drop();
  }

  private async chatOf(externalId: string, kind: 'direct' | 'group'): Promise<string> {
    const [known] = await this.rows<{ id: string }>('SELECT id FROM chats WHERE external_id = $1', [externalId]);
    if (known) return known.id;
    return (await this.part(HistoryWriter).openChat(this.accountId, { externalId, kind, name: 'Talk' })).chatId;
  }

  private message({ text, at, by }: Line, externalId: string, name: string): HistoricMessage {
    this.written += 1;
    const fromMe = by === 'us';
    return {
      ...{ externalId: `talk-${this.written}`, fromMe, kind: 'text', text, sentAt: at },
      sender: fromMe ? null : { externalId, name },
    };
  }
}
