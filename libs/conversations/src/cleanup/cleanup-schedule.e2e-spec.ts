import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

interface TaskPage {
  readonly tasks: readonly { readonly id: string; readonly task_type: string; readonly status: string }[];
  readonly next_cursor: string | null;
}

describe('the clean-up as a scheduled task', () => {
  let database: TestDatabase;
  let app: TestApp;

  const sql = <T extends object>(text: string, values: unknown[] = []) =>
    app.app.get(DataSource).query<T[]>(text, values);
  const post = (body: object) =>
    app.request('/api/conversations/cleanup', { method: 'POST', body: JSON.stringify(body) });
  const trigger = (id: string) => app.request(`/api/conversations/scheduled-tasks/${id}/trigger`, { method: 'POST' });
  const ended = (id: string) =>
    waitFor(
      async () => {
        const response = await app.request(`/api/conversations/tasks/${id}`);
        return ((await response.json()) as { status: string }).status === 'completed';
      },
      { what: 'the clean-up to end', timeoutMs: 30_000 },
    );

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({
      databaseUrl: database.url,
      env: { OPTIMIZE_TABLES: 'false', CLEANUP_RUN_TIME: '02:00', TIME_ZONE: 'Europe/Madrid' },
    });
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  it('does not run twice at a time', async () => {
    const running = newId();
    await sql(
      `INSERT INTO tasks (id, name, agent, status, key, input, requested_by, heartbeat_at)
       VALUES ($1, 'conversation.cleanup', 'conversation-manager', 'running', 'schedule:database_cleanup', '{}', 'test', now() + interval '1 hour')`,
      [running],
    );
    const response = await post({});
    expect([response.status, await response.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'cleanup.running', details: { task_id: running } }),
    ]);
    const triggered = await trigger('database_cleanup');
    expect([triggered.status, await triggered.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'scheduled-task.running', details: { task_id: running } }),
    ]);
    await sql('DELETE FROM tasks WHERE id = $1', [running]);
  });

  it('is a scheduled task that GET scheduled-tasks tells of and that can be triggered', async () => {
    const response = await app.request('/api/conversations/scheduled-tasks');
    const body = (await response.json()) as { jobs: { id: string }[] };
    expect(body).toMatchObject({ success: true, scheduler_running: true });
    const job = body.jobs.find(({ id }) => id === 'database_cleanup');
    expect(job).toEqual({
      id: 'database_cleanup',
      name: 'Database cleanup',
      next_run: expect.stringMatching(/T0[01]:00:00.000Z$/) as string,
      last_run: null,
      enabled: true,
    });
    const triggered = await trigger('database_cleanup');
    const { success, task_id } = (await triggered.json()) as { success: boolean; task_id: string };
    expect([triggered.status, success]).toEqual([202, true]);
    await ended(task_id);
    expect((await trigger('unknown')).status).toBe(404);
    const careful = await app.request('/api/conversations/scheduled-tasks/database_cleanup/trigger', {
      method: 'POST',
      body: JSON.stringify({ dry_run: true }),
    });
    expect([careful.status, await careful.json()]).toEqual([
      400,
      expect.objectContaining({ detail: expect.stringContaining('POST /api/conversations/cleanup') as string }),
    ]);
  });

  it('lists tasks by pages, with filters', async () => {
    for (let n = 0; n < 3; n += 1) {
      const { task_id } = (await (await post({ dry_run: true })).json()) as { task_id: string };
      await ended(task_id);
    }
    const list = async (query: string) => {
      const response = await app.request(`/api/conversations/tasks?${query}`);
      return { status: response.status, body: (await response.json()) as TaskPage };
    };
    const { body: first } = await list('limit=2&name=conversation.cleanup&status=completed');
    expect(first.tasks).toHaveLength(2);
    expect(first.tasks[0]).toMatchObject({ task_type: 'conversation.cleanup', status: 'completed' });
    const next = `limit=200&cursor=${first.next_cursor}`;
    const { body: second } = await list(`${next}&name=conversation.cleanup&status=completed`);
    const all = [...first.tasks, ...second.tasks].map(({ id }) => id);
    expect(all).toEqual([...new Set(all)].sort().reverse());
    const [{ count }] = (await sql<{ count: number }>(
      `SELECT count(*)::integer AS count FROM tasks WHERE name = 'conversation.cleanup' AND status = 'completed'`,
    )) as [{ count: number }];
    expect([all.length, second.next_cursor]).toEqual([count, null]);
    expect((await list(`${next}&name=conversation.cleanup`)).status).toBe(400);
    for (const query of ['limit=0', 'limit=201', 'limit=x', 'status=done', 'name=x%27', 'cursor=x', 'page=2']) {
      expect([query, (await list(query)).status]).toEqual([query, 400]);
    }
  });
});
