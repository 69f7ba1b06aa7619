import { DataSource } from 'typeorm';

import { Transactions } from '#database';
import { newId } from '#kernel';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

import { DEFAULT_CHARACTER_ID } from '../src/default-character-id.js';
import { MemoryFacts } from '../src/facts/memory-facts.service.js';
import type { MemoryOperation } from '../src/facts/memory-operation.js';

/** A memory as the API shows it. */
export interface ShownMemory {
  readonly memoryId: string;
  readonly fact: string;
  readonly status: string;
  readonly [field: string]: unknown;
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** Somebody who has written to us: their phone, their contact, the address of their memory. */
export interface Acquaintance {
  readonly phone: string;
  readonly contactId: string;
  readonly path: string;
}

let phones = 0;

/** The application, and people to remember. */
export class MemoryRestStage {
  private constructor(
    private readonly database: TestDatabase,
    readonly app: TestApp,
  ) {}

  static async open(env: Readonly<Record<string, string>> = {}): Promise<MemoryRestStage> {
    const database = await createTestDatabase();
    return new MemoryRestStage(database, await TestApp.start({ databaseUrl: database.url, env }));
  }

  part<T>(type: abstract new (...parts: never[]) => T): T {
    return this.app.app.get(type, { strict: false });
  }

  async call<T = ShownMemory>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await this.app.request(path, { method, ...(body !== undefined && { body: sent }) });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
  }

  /** Somebody new says hello. */
  async person(): Promise<Acquaintance> {
    phones += 1;
    const phone = `+3466${String(phones).padStart(7, '0')}`;
    await this.app.phone(phone).say('Hi');
    const contactId = await waitFor(() => this.contactOf(phone.slice(1)), { what: 'the contact' });
    return { phone, contactId, path: `/api/v1/characters/default/memory/${contactId}` };
  }

  private async contactOf(number: string): Promise<string | undefined> {
    const [alias] = await this.part(DataSource).query<{ contact_id: string }[]>(
      'SELECT contact_id FROM contact_aliases WHERE value = $1',
      [number],
    );
    return alias?.contact_id;
  }

  /** What somebody said is taken in. Answers the ids of what is new. */
  async tell(contactId: string, ...operations: Partial<MemoryOperation>[]): Promise<readonly string[]> {
    return this.tellIn({ contactId, groupId: null }, ...operations);
  }

  async tellIn(
    where: { readonly contactId: string; readonly groupId: string | null },
    ...operations: Partial<MemoryOperation>[]
  ): Promise<readonly string[]> {
    const write = { ...where, characterId: DEFAULT_CHARACTER_ID, chatId: newId(), origin: 'said' as const };
    const { added } = await this.part(Transactions).run((manager) =>
      this.part(MemoryFacts).apply(manager, write, operations.map(saidNow)),
    );
    return added;
  }

  async close(): Promise<void> {
    await this.app.stop();
    await this.database.drop();
  }
}

function saidNow(changes: Partial<MemoryOperation>): MemoryOperation {
  return {
    kind: 'add',
    text: 'Loves coffee',
    category: 'preference',
    confidence: 0.9,
    importance: 5,
    validFrom: null,
    validUntil: null,
    messageIds: [newId()],
    saidAt: new Date(Date.now() - 60_000),
    instructionLike: false,
    ...changes,
  };
}
