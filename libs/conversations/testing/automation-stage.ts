import { DataSource } from 'typeorm';

import type { TestDatabase } from '#testing';
import { createTestDatabase } from '#testing';
import { TestApp, type TestPhone } from '#testing/app';

export interface AutomationAnswer {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly when: object;
  readonly then: readonly object[];
  readonly version: number;
  readonly webhook_gone_at: string | null;
}

export interface RunAnswer {
  readonly id: string;
  readonly chat_id: string;
  readonly message_id: string;
  readonly reasons: readonly string[];
  readonly state: string;
  readonly attempts: number;
  readonly actions: readonly { readonly kind: string; readonly outcome: string; readonly reason?: string }[];
  readonly webhook: {
    readonly id: string;
    readonly state: string;
    readonly attempts: number;
    readonly last_status: number | null;
    readonly last_error: string | null;
  } | null;
}

let phones = 0;
let names = 0;

/** The application with automations in it, and people who write to it. */
export class AutomationStage {
  private constructor(
    readonly database: TestDatabase,
    readonly app: TestApp,
  ) {}

  static async open(env: Readonly<Record<string, string>> = {}): Promise<AutomationStage> {
    const database = await createTestDatabase();
    return new AutomationStage(database, await TestApp.start({ databaseUrl: database.url, env }));
  }

  async close(): Promise<void> {
    await this.app.stop();
    await this.database.drop();
  }

  newPhone(): TestPhone {
    return this.app.phone(`+3461${String((phones += 1)).padStart(7, '0')}`, 'Ana');
  }

  query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.app.app.get(DataSource).query<T[]>(sql, values);
  }

  async call<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: T }> {
    const response = await this.app.request(`/api/conversations${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as T };
  }

  /** Makes one, and answers it. */
  async automation(when: object[], then: object[], scope?: object): Promise<AutomationAnswer> {
    const { status, body } = await this.call<AutomationAnswer>('POST', '/automations', {
      name: `automation ${(names += 1)}`,
      when: { all: when, ...(scope && { scope }) },
      then,
    });
    if (status !== 201) throw new Error(`the automation was refused: ${JSON.stringify(body)}`);
    return body;
  }

  /** What it did, the first run first. */
  async runsOf({ id }: { readonly id: string }): Promise<readonly RunAnswer[]> {
    const { body } = await this.call<{ runs: RunAnswer[] }>('GET', `/automations/${id}/runs?limit=200`);
    return body.runs.reverse();
  }

  async chatOf({ number }: TestPhone): Promise<Record<string, unknown> & { readonly id: string }> {
    const { body } = await this.call<Record<string, unknown> & { readonly id: string }>(
      'GET',
      `/chats/${encodeURIComponent(number)}`,
    );
    return body;
  }
}
