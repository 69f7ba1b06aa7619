import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { createTestDatabase, newIncomingMessage, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

import {
  AccountStatuses,
  EventIntake,
  OutboxGate,
  OutboxSender,
  OutboxWriter,
  type Admission,
  type OutboxOrigin,
  type Ownership,
} from '../src/index.js';
import { FakePort } from './fake-port.js';

/** So many callers race, each on a connection of its own: who waits for a free one for 5 s gets an error instead. */
const CALLERS = 40;

export interface OutboxRow {
  readonly state: string;
  readonly reason: string | null;
  readonly message_id: string;
  readonly attempts: number;
  readonly not_before: Date;
}

/** The application, and an account beside it that no connector serves, so that only the test sends. */
export class OutboxStage {
  readonly port = new FakePort();
  private phones = 0;

  private constructor(
    private readonly database: TestDatabase,
    readonly app: TestApp,
    readonly owner: Ownership,
  ) {}

  static async open(env: Readonly<Record<string, string>> = {}): Promise<OutboxStage> {
    const database = await createTestDatabase();
    const app = await TestApp.start({
      databaseUrl: database.url,
      // Nobody is answered: what is in the outbox is what the test put there.
      env: { DATABASE_POOL_SIZE: String(CALLERS + 10), ALLOW_LIST: '+10000000', ...env },
    });
    const accountId = await app.app.get(AccountStatuses, { strict: false }).ensure('stage', 'webjs');
    const stage = new OutboxStage(database, app, { accountId, fencingToken: '7', isHeld: () => true });
    await stage.rows(
      `UPDATE accounts SET fencing_token = 7, lease_expires_at = now() + interval '1 hour' WHERE id = $1`,
      [accountId],
    );
    return stage;
  }

  part<T>(type: abstract new (...parts: never[]) => T): T {
    return this.app.app.get(type, { strict: false });
  }

  async rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.part(DataSource).query<T[]>(sql, parameters);
  }

  /** A chat in which nobody has said a word. */
  async stranger(): Promise<string> {
    const id = newId();
    await this.rows(
      `INSERT INTO chats (id, account_id, external_id, kind, subject_id) VALUES ($1, $2, $3, 'direct', $1)`,
      [id, this.owner.accountId, this.nextPhone()],
    );
    return id;
  }

  /** A chat with somebody who has written to us. */
  async friend(): Promise<string> {
    const from = this.nextPhone();
    const message = newIncomingMessage({ from, sentAt: new Date() });
    await this.part(EventIntake).take(this.owner.accountId, { type: 'message', message });
    const [chat] = await this.rows<{ id: string }>('SELECT id FROM chats WHERE external_id = $1', [from]);
    return chat?.id ?? '';
  }

  /** Puts texts into the outbox. Answers their ids there. */
  async queue(chatId: string, texts: readonly string[], origin: OutboxOrigin = 'operator'): Promise<readonly string[]> {
    const manager = this.part(DataSource).manager;
    const turnId = origin === 'reply' ? { turnId: newId() } : {};
    const put = await this.part(OutboxWriter).put(manager, { chatId, texts, origin, draft: false, ...turnId });
    return put.ids;
  }

  /** Strangers or friends with one message each that waits for them. Answers the ids in the outbox. */
  async queueForMany(count: number, make: () => Promise<string>): Promise<string[]> {
    return this.race(Array.from({ length: count }), async () => (await this.queue(await make(), ['hello']))[0] ?? '');
  }

  admit(id: string): Promise<Admission> {
    return this.part(OutboxGate).admit(id, this.owner);
  }

  /** How many of the messages pass the gate, when all want to at once. */
  async admittedOf(ids: readonly string[]): Promise<number> {
    const admissions = await this.race(ids, (id) => this.admit(id));
    return admissions.filter(({ kind }) => kind === 'admitted').length;
  }

  /** Sends what may leave now. */
  async send(): Promise<void> {
    await this.part(OutboxSender).sendAll(this.port, this.owner, new AbortController().signal);
  }

  async find(id: string | undefined): Promise<OutboxRow> {
    const [row] = await this.rows<OutboxRow>('SELECT * FROM outbox WHERE id = $1', [id]);
    if (!row) throw new Error('there is no such outgoing message');
    return row;
  }

  /** As if so much time had passed for everything that waits in the account, and for what it has sent. */
  async pass(ms: number): Promise<void> {
    const { accountId } = this.owner;
    const by = "$2 * interval '1 millisecond'";
    await this.rows(
      `UPDATE outbox SET not_before = not_before - ${by}, gated_at = gated_at - ${by}, expires_at = expires_at - ${by},
         typing_until = typing_until - ${by} WHERE account_id = $1`,
      [accountId, ms],
    );
    await this.rows(
      `UPDATE account_pacing SET refilled_at = refilled_at - ${by}, held_until = held_until - ${by}, warm_since = warm_since - ${by}
       WHERE account_id = $1`,
      [accountId, ms],
    );
    await this.rows(`UPDATE chat_gestures SET not_before = not_before - ${by} WHERE account_id = $1`, [accountId, ms]);
  }

  /** Nothing waits, and nothing was ever sent. */
  async clear(): Promise<void> {
    await this.rows('DELETE FROM outbox WHERE account_id = $1', [this.owner.accountId]);
    await this.rows('DELETE FROM account_pacing WHERE account_id = $1', [this.owner.accountId]);
    this.port.sent.length = 0;
    this.port.typing.length = 0;
    this.port.onSend = () => undefined;
  }

  /** Works all items off, by many callers at once. Answers the results in whatever order they came. */
  async race<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
    const waiting = items.values();
    const results: R[] = [];
    const callers = Array.from({ length: CALLERS }, async () => {
      for (const item of waiting) results.push(await work(item));
    });
    await Promise.all(callers);
    return results;
  }

  async close(): Promise<void> {
    await this.app.stop();
    await this.database.drop();
  }

  private nextPhone(): string {
    return `346${String((this.phones += 1)).padStart(8, '0')}@c.us`;
  }
}
