import pg from 'pg';

import type { FailpointName } from '#kernel';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestProcess } from '#testing/app';

/** Three pages and a bit. */
const MISSED = 650;
/** A task whose process died is taken for dead after half a minute. */
const RECOVERY_MS = 180_000;

interface SyncOutput {
  readonly synced: number;
  readonly added: number;
}

describe('kill -9 while a chat is compared with the phone', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let chats = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    pool = new pg.Pool({ connectionString: database.url, max: 2 });
    pool.on('error', () => undefined);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  /** A chat of which we know one message, and the phone many more. */
  async function plant(program: TestProcess): Promise<string> {
    const number = `+346${String((chats += 1)).padStart(8, '0')}`;
    const chat = `${number.slice(1)}@c.us`;
    await program.phone(number).say('known', { sentAt: new Date() });
    await waitFor(async () => (await pool.query('SELECT 1 FROM chats WHERE external_id = $1', [chat])).rowCount === 1, {
      what: 'the chat',
    });
    await pool.query(
      `INSERT INTO simulator_messages (account_id, id, chat, sender, from_me, kind, body, mentions, sent_at, queued_at, delivered_at)
       SELECT account_id, 'MISSED' || $2 || '-' || n, $1, $1, false, 'text', 'missed ' || n, '{}',
         now() - interval '2 days' - n * interval '1 minute', now(), now()
       FROM simulator_accounts, generate_series(1, $3::integer) AS n`,
      [chat, String(chats), MISSED],
    );
    return chat;
  }

  async function begin(program: TestProcess, chat: string): Promise<string> {
    const body = JSON.stringify({ chat_ids: [chat], full: true });
    const response = await program.request('/api/conversations/sync', { method: 'POST', body });
    return ((await response.json()) as { task_id: string }).task_id;
  }

  async function cursorOf(chat: string): Promise<string | null | undefined> {
    const { rows } = await pool.query<{ cursor: string | null }>(
      'SELECT cursor FROM chat_syncs JOIN chats ON chats.id = chat_id WHERE external_id = $1',
      [chat],
    );
    return rows[0]?.cursor;
  }

  it.each<readonly [FailpointName, number]>([
    ['sync.page-stored', 1],
    ['sync.page-stored', 3],
    ['sync.page-saved', 2],
  ])(
    'goes on after %s:%i, and the same task ends with every message once',
    async (name, passes) => {
      const dying = await TestProcess.start(database.url, { FAILPOINT: `${name}:${passes}` });
      const chat = await plant(dying);
      const taskId = await begin(dying, chat);
      expect(await dying.died(60_000)).toBe(true);
      const saved = name === 'sync.page-stored' ? passes - 1 : passes;
      expect(Boolean(await cursorOf(chat))).toBe(saved > 0);
      const { rows: before } = await pool.query<{ scanned: number }>(
        'SELECT scanned FROM chat_syncs JOIN chats ON chats.id = chat_id WHERE external_id = $1',
        [chat],
      );
      expect(before[0]?.scanned).toBe(saved * 200);

      const heir = await TestProcess.start(database.url);
      try {
        const output = await waitFor(
          async () => {
            const task = (await (await heir.request(`/api/conversations/tasks/${taskId}`)).json()) as {
              status: string;
              output_data: SyncOutput;
            };
            return task.status === 'completed' && task.output_data;
          },
          { what: 'the task to end', timeoutMs: RECOVERY_MS, everyMs: 100 },
        );
        expect(output).toMatchObject({ synced: 1 });
        const { rows } = await pool.query<{ stored: number; distinct: number; count: number }>(
          `SELECT count(*)::integer AS stored, count(DISTINCT messages.external_id)::integer AS distinct, max(message_count) AS count
           FROM messages JOIN chats ON chats.id = chat_id WHERE chats.external_id = $1 AND author = 'contact'`,
          [chat],
        );
        expect(rows).toEqual([{ stored: MISSED + 1, distinct: MISSED + 1, count: expect.any(Number) as number }]);
        const { rows: answered } = await pool.query(
          `SELECT 1 FROM messages JOIN chats ON chats.id = chat_id
           WHERE chats.external_id = $1 AND messages.external_id LIKE 'MISSED%' AND route IS DISTINCT FROM 'skipped'`,
          [chat],
        );
        expect(answered).toEqual([]);
      } finally {
        await heir.end('SIGKILL');
        await dying.end('SIGKILL');
      }
    },
    RECOVERY_MS + 60_000,
  );
});
