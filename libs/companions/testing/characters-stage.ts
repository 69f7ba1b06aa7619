import { DataSource } from 'typeorm';

import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestApp, type TestAppOptions, type TestPhone } from '#testing/app';

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** A character as the API shows it. */
export interface ShownCharacter {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly version: number;
  readonly status: string;
  readonly code?: string;
  readonly [field: string]: unknown;
}

let phones = 0;

/** The application with characters in it, and people who write to them. */
export class CharactersStage {
  private constructor(
    readonly database: TestDatabase,
    readonly app: TestApp,
  ) {}

  static async open(options: Partial<TestAppOptions> = {}): Promise<CharactersStage> {
    const database = await createTestDatabase();
    return new CharactersStage(database, await TestApp.start({ databaseUrl: database.url, ...options }));
  }

  /** Another process on the same database. */
  another(): Promise<TestApp> {
    return TestApp.start({ databaseUrl: this.database.url });
  }

  part<T>(type: abstract new (...parts: never[]) => T): T {
    return this.app.app.get(type, { strict: false });
  }

  query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.part(DataSource).query<T[]>(sql, values);
  }

  /** A path below `/api/v1/characters`. */
  async call<T = ShownCharacter>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    return answerOf<T>(
      await this.app.request(`/api/v1/characters${path}`, { method, ...(body !== undefined && { body: sent }) }),
    );
  }

  /** A multipart request. */
  async upload<T = ShownCharacter>(
    method: string,
    path: string,
    file: Uint8Array | string,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Answer<T>> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), 'card');
    const { headers, body } = new Request('http://x', { method: 'POST', body: form });
    const sent = new Uint8Array(await new Response(body).arrayBuffer());
    return answerOf<T>(
      await this.app.request(`/api/v1/characters${path}`, {
        method,
        body: sent,
        headers: { 'content-type': headers.get('content-type') ?? '' },
      }),
    );
  }

  /** A new character; what is given stands in place of the defaults. */
  async character(changes: Readonly<Record<string, unknown>> = {}): Promise<ShownCharacter> {
    const { status, body } = await this.call('POST', '', newCharacter(changes));
    if (status !== 201) throw new Error(`the character was not made: ${JSON.stringify(body)}`);
    return body;
  }

  newPhone(): TestPhone {
    return this.app.phone(`+3462${String((phones += 1)).padStart(7, '0')}`, 'Ana');
  }

  /** Somebody new says something, and is answered. */
  async chat(...texts: readonly string[]): Promise<{ readonly chatId: string; readonly contactId: string }> {
    const phone = this.newPhone();
    for (const text of texts.length > 0 ? texts : ['Hello']) {
      await phone.say(text);
      await this.app.drained();
    }
    const number = `3462${String(phones).padStart(7, '0')}`;
    return waitFor(
      async () => {
        const [row] = await this.query<{ chatId: string; contactId: string }>(
          `SELECT id AS "chatId", contact_id AS "contactId" FROM chats WHERE external_id = $1`,
          [`${number}@c.us`],
        );
        return row;
      },
      { what: 'the chat' },
    );
  }

  async close(): Promise<void> {
    await this.app.stop();
    await this.database.drop();
  }
}

export function newCharacter(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    name: 'Vera',
    age: 41,
    gender: 'woman',
    traits: ['patient', 'blunt'],
    description: 'A lighthouse keeper who reads the weather.',
    ...changes,
  };
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
}
