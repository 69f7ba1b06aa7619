import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

import type { CleanupReport } from './cleanup-report.js';

const LONG_AGO = '2020-01-01';

interface Task {
  readonly status: string;
  readonly output_data: CleanupReport;
}

describe('POST /api/conversations/cleanup', () => {
  let database: TestDatabase;
  let app: TestApp;
  let dataDir: string;
  const [account, chat] = [newId(), newId()];

  const sql = <T extends object>(text: string, values: unknown[] = []) =>
    app.app.get(DataSource).query<T[]>(text, values);
  const post = (body?: object) =>
    app.request('/api/conversations/cleanup', {
      method: 'POST',
      ...(body && { body: JSON.stringify(body) }),
    });

  async function cleanedUp(body?: object): Promise<CleanupReport> {
    const response = await post(body);
    const answer = (await response.json()) as { success: boolean; task_id: string };
    expect([response.status, answer]).toEqual([202, { success: true, task_id: answer.task_id }]);
    const task = await waitFor(
      async () => {
        const read = await app.request(`/api/conversations/tasks/${answer.task_id}`);
        const now = (await read.json()) as Task;
        return ['completed', 'failed'].includes(now.status) && now;
      },
      { what: 'the end of the clean-up', timeoutMs: 30_000 },
    );
    expect(task.status).toBe('completed');
    return task.output_data;
  }

  function counts({ steps }: CleanupReport): Record<string, number> {
    return Object.fromEntries(steps.filter(({ removed }) => removed > 0).map(({ step, removed }) => [step, removed]));
  }

  async function file(path: string, old: boolean): Promise<void> {
    const target = join(dataDir, path);
    await mkdir(join(target, '..'), { recursive: true });
    await writeFile(target, 'sealed');
    if (old) await utimes(target, 0, 0);
  }

  async function task(status: string, finishedAt: string | null): Promise<string> {
    const id = newId();
    await sql(
      `INSERT INTO tasks (id, name, agent, status, input, requested_by, created_at, finished_at)
       VALUES ($1, 'old.task', 'old', $2, '{}', 'test', $3, $4)`,
      [id, status, LONG_AGO, finishedAt],
    );
    return id;
  }

  async function deadLetter(taskId: string | null, failedAt: string): Promise<void> {
    await sql(
      `INSERT INTO dead_letters (id, agent, task, task_id, payload, reason_code, reason_message, attempts, failed_at)
       VALUES ($1, 'old', 'old.task', $2, '{}', 'x', 'x', 1, $3)`,
      [newId(), taskId, failedAt],
    );
  }

  async function message(): Promise<string> {
    const id = newId();
    await sql(
      `INSERT INTO messages (id, chat_id, external_id, author, subject_id, kind, sent_at, stored_at)
       VALUES ($1, $2, $3, 'contact', $2, 'image', now(), now())`,
      [id, chat, id],
    );
    return id;
  }

  async function attachment(path: string): Promise<void> {
    await sql(
      `INSERT INTO media (message_id, account_id, chat_external_id, external_id, subject_id, state, claimed_type, path, not_before)
       VALUES ($1, $2, 'x', 'x', $3, 'stored', 'image/png', $4, now())`,
      [path.split('/')[1], account, chat, path],
    );
  }

  beforeAll(async () => {
    database = await createTestDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'cleanup-'));
    app = await TestApp.start({ databaseUrl: database.url, env: { DATA_DIR: dataDir, OPTIMIZE_TABLES: 'false' } });
    await sql(`INSERT INTO accounts (id, name, connector) VALUES ($1, 'cleanup', 'simulator')`, [account]);
    await sql(
      `INSERT INTO chats (id, account_id, external_id, kind, subject_id) VALUES ($1, $2, 'x@c.us', 'direct', $1)`,
      [chat, account],
    );
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
    await rm(dataDir, { recursive: true });
  });

  it('takes the body of the example, and says what it did', async () => {
    const report = await cleanedUp({ archive_retention_days: 365, optimize_tables: true, compress_after_days: 30 });
    expect(report).toMatchObject({ dry_run: false, failed_steps: 0, skipped_tables: [] });
    expect(report.optimized_tables).toEqual(expect.arrayContaining(['chats', 'messages', 'tasks']));
  });

  it('does what the settings say when nothing is said', async () => {
    expect(await cleanedUp()).toMatchObject({ dry_run: false, failed_steps: 0 });
    expect(await cleanedUp({})).toMatchObject({ dry_run: false, failed_steps: 0 });
  });

  it('counts first, then removes what is old, and keeps what somebody needs', async () => {
    const kept = await task('failed', LONG_AGO);
    await deadLetter(kept, new Date().toISOString());
    const unfinished = await task('queued', null);
    await task('completed', LONG_AGO);
    await task('cancelled', null);
    await deadLetter(null, LONG_AGO);
    for (const slot of ['2020-01-01', '2020-01-02', '2020-01-03']) {
      await sql(
        `INSERT INTO schedule_slots (schedule_id, slot, claimed_at, outcome) VALUES ('gone', $1::timestamptz, $1::timestamptz, 'run')`,
        [slot],
      );
    }
    await sql(`INSERT INTO cloud_api_windows VALUES ('1', 'x', $1), ('1', 'y', now())`, [LONG_AGO]);
    await sql(
      `INSERT INTO cloud_api_messages (phone_number_id, id, chat_id, attempt, state, ack, sent_at)
       VALUES ('1', 'a', 'x', 1, 'accepted', 1, $1), ('1', 'b', 'x', 1, 'sending', 0, $1), ('1', 'c', 'x', 1, 'accepted', 1, now())`,
      [LONG_AGO],
    );
    for (const day of [LONG_AGO, new Date().toISOString()]) {
      await sql(
        `INSERT INTO llm_usage (id, day, purpose, provider, model, calls, failures, unpriced_calls, input_tokens, output_tokens,
           cache_read_tokens, cache_write_tokens, cost_usd, latency_sum_ms, latency_max_ms, latency_buckets)
         VALUES ($1, $2, 'chat', 'anthropic', 'm', 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, '{1}')`,
        [newId(), day],
      );
      await sql('INSERT INTO llm_contact_days VALUES ($1, $2, 1)', [day, chat]);
    }
    const said = await message();
    for (const [target, at] of [
      [said, LONG_AGO],
      ['never-came', LONG_AGO],
      ['may-come', new Date().toISOString()],
    ]) {
      await sql(
        `INSERT INTO reactions (id, chat_id, message_external_id, actor_id, from_me, subject_id, reacted_at)
         VALUES ($1, $2, $3, $2, false, $2, $4)`,
        [newId(), chat, target, at],
      );
    }
    for (const state of ['sent', 'failed', 'draft', 'unknown']) {
      const id = newId();
      await sql(
        `INSERT INTO outbox (id, account_id, chat_id, message_id, origin, subject_id, body, state, not_before, created_at)
         VALUES ($1, $2, $3, $4, 'operator', $3, '', $5, $6, $6)`,
        [id, account, chat, id, state, LONG_AGO],
      );
      await sql(`INSERT INTO outbox_media (outbox_id, mime_type, content) VALUES ($1, 'image/png', '')`, [id]);
    }
    const expected = {
      dead_letters: 1,
      task_records: 2,
      schedule_slots: 2,
      sent_attachments: 2,
      orphaned_reactions: 1,
      llm_usage: 1,
      llm_contact_days: 1,
      cloud_api_messages: 1,
      cloud_api_windows: 1,
    };
    expect(counts(await cleanedUp({ dry_run: true }))).toEqual(expected);
    expect(counts(await cleanedUp({ dry_run: true }))).toEqual(expected);
    expect(counts(await cleanedUp({ optimize_tables: false }))).toEqual(expected);
    expect(counts(await cleanedUp({ optimize_tables: false }))).toEqual({});
    const left = await sql<{ id: string }>(`SELECT id FROM tasks WHERE name = 'old.task' ORDER BY id`);
    expect(left.map(({ id }) => id)).toEqual([kept, unfinished].sort());
    expect(await sql('SELECT slot FROM schedule_slots WHERE schedule_id = $1', ['gone'])).toHaveLength(1);
    expect(await sql('SELECT 1 FROM outbox')).toHaveLength(4);
    expect(await sql(`SELECT 1 FROM reactions WHERE message_external_id <> 'never-came'`)).toHaveLength(2);
  });

  it('removes files that belong to no message, live or archived, and tells of attachments without a file', async () => {
    const [live, lost, archived] = [await message(), await message(), newId()].map((id) => `2025-01/${id}`) as [
      string,
      string,
      string,
    ];
    await attachment(live);
    await attachment(lost);
    await sql(
      `INSERT INTO archives (id, chat_id, account_id, subject_id, state, requested_by, message_count, first_message_at, last_message_at, store,
         codec, stored_bytes, original_bytes, sha256, created_at, media_paths)
       VALUES ($1, $2, $3, $2, 'complete', 'test', 0, now(), now(), 'postgres', 'none', 0, 0, '', now(), $4)`,
      [newId(), chat, account, [archived]],
    );
    const [stray, fresh, half] = [newId(), newId(), `${newId()}.${newId()}.part`];
    for (const path of [live, archived, `2025-01/${stray}`, `2025-01/${half}`]) await file(`media/${path}`, true);
    await file(`media/2025-01/${fresh}`, false);
    const [dry, wet] = [await cleanedUp({ dry_run: true }), await cleanedUp()];
    const step = wet.steps.find((one) => one.step === 'stray_media');
    expect(step).toMatchObject({
      removed: 2,
      freed_bytes: 12,
      reason: expect.stringMatching(/^the files of 1 attachments are not in DATA_DIR/) as string,
    });
    expect(dry.steps.find((one) => one.step === 'stray_media')).toEqual(step);
    const left = await readdir(join(dataDir, 'media/2025-01'));
    expect(left.sort()).toEqual([live, archived, `2025-01/${fresh}`].map((path) => path.slice(8)).sort());
    await sql('DELETE FROM archives');
    expect(counts(await cleanedUp())).toEqual({ stray_media: 1 });
  });

  it('deletes archives whose time is over, for as long as the request says', async () => {
    const archive = (created: string, codec = 'brotli') =>
      sql(
        `INSERT INTO archives (id, chat_id, account_id, subject_id, state, requested_by, message_count, first_message_at, last_message_at, store,
           codec, stored_bytes, original_bytes, sha256, created_at)
         VALUES ($1, $2, $3, $2, 'complete', 'test', 5, now(), now(), 'postgres', $5, 0, 0, '', now() - $4::interval)`,
        [newId(), chat, account, created, codec],
      );
    await archive('366 days');
    await archive('100 days');
    await sql(
      `INSERT INTO archive_payloads (key, bytes, stored_at) VALUES ('gone/0.brotli', 'x', now() - interval '2 days')`,
    );
    const expected = { expired_archives: 1, stray_archive_payloads: 1 };
    expect(counts(await cleanedUp({ dry_run: true }))).toEqual(expected);
    expect(counts(await cleanedUp())).toEqual(expected);
    expect(counts(await cleanedUp({ archive_retention_days: 101 }))).toEqual({});
    const report = await cleanedUp({ archive_retention_days: 99 });
    expect(report.steps[0]).toEqual({ step: 'expired_archives', removed: 1, reason: 'they held 5 messages' });
    expect(await sql('SELECT 1 FROM archives')).toEqual([]);
  });

  it('touches no folder that is plainly of another database', async () => {
    const strangers = Array.from({ length: 50 }, () => newId());
    for (const id of strangers) await file(`media/2024-01/${id}`, true);
    const { steps } = await cleanedUp();
    expect(steps.find(({ step }) => step === 'stray_media')).toMatchObject({
      removed: 0,
      kept: 50,
      reason: expect.stringContaining('is it the right DATA_DIR?') as string,
    });
    expect(await readdir(join(dataDir, 'media/2024-01'))).toHaveLength(50);
    await rm(join(dataDir, 'media/2024-01'), { recursive: true });
  });

  it('removes sessions of unknown accounts when nothing has touched them for weeks, and uploads that nobody took', async () => {
    const [gone, used] = [newId(), newId()];
    await file(`sessions/${gone}/session/Default/Cookies`, true);
    await file(`sessions/${used}/session/Default/Cookies`, false);
    await file(`sessions/${account}/session/Default/Cookies`, true);
    await file('sessions/notes/mine', true);
    for (const folder of [gone, account, 'notes']) {
      for (const below of [`${folder}/session/Default`, `${folder}/session`, folder]) {
        await utimes(join(dataDir, 'sessions', below), 0, 0).catch(() => undefined);
      }
    }
    await file(`imports/${newId()}`, true);
    const report = await cleanedUp();
    expect(counts(report)).toEqual({ stray_sessions: 1, stale_uploads: 1 });
    expect(report.steps.find(({ step }) => step === 'stray_sessions')).toMatchObject({ kept: 1 });
    const left = await readdir(join(dataDir, 'sessions'));
    expect(left.sort()).toEqual([account, used, 'notes'].sort());
  });

  it.each([
    ['no days', { archive_retention_days: 0 }, 'archive_retention_days'],
    ['days as text', { archive_retention_days: '365' }, 'archive_retention_days'],
    ['too many days', { compress_after_days: 1e9 }, 'compress_after_days'],
    ['half a day', { compress_after_days: 0.5 }, 'compress_after_days'],
    ['not a yes or no', { dry_run: 'true' }, 'dry_run'],
    ['an unknown key', { dryrun: true }, 'dryrun'],
  ])('refuses %s', async (_, body, field) => {
    const response = await post(body);
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(field)]);
  });
});
