import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { curlCalls, TestApp, type CurlCall } from '#testing/app';

const FILES = ['conversation-manager.md', 'metadata.md'].map((name) =>
  join(import.meta.dirname, '../../../docs', name),
);
const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);

const BOTH = expect.arrayContaining(['123456@c.us', '789012@c.us']);

describe('the curl commands of docs/conversation-manager.md and docs/metadata.md', () => {
  let database: TestDatabase;
  let app: TestApp;
  const calls: CurlCall[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url });
    for (const file of FILES) calls.push(...curlCalls(await readFile(file, 'utf8')));
    await app.phone('+123456').say('How much is it?', { id: 'msg_123' });
    await app.phone('+789012').say('Thank you!');
    await app.drained();
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  async function run(end: string): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
    const call = calls.find(({ url }) => url.endsWith(end));
    if (!call) throw new Error(`the docs have no command for ${end}`);
    const { url, ...init } = call;
    const response = await fetch(`${app.url}${url}`, init);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async function finished(taskId: unknown): Promise<unknown> {
    return waitFor(
      async () => {
        const task = await app.request(`/api/conversations/tasks/${String(taskId)}`);
        const { status, output_data: output } = (await task.json()) as { status: string; output_data: unknown };
        expect(['queued', 'running', 'completed']).toContain(status);
        return status === 'completed' && output;
      },
      { what: 'the task', timeoutMs: 60_000 },
    );
  }

  it('tell what a message is about', async () => {
    const { status, body } = await run('/analyze');
    expect(status).toBe(200);
    expect(body).toMatchObject({ success: true, sentiment: { value: 'neutral' }, category: { value: 'inquiry' } });
    expect(body.tags).toContainEqual(expect.objectContaining({ value: 'price_inquiry' }));
  });

  it('note and correct what is known about a message and a chat', async () => {
    expect(await run('/metadata')).toEqual({
      status: 200,
      body: {
        success: true,
        updated_messages: 1,
        updated_chats: 1,
        unknown_message_ids: [],
        archived_messages: [],
        unknown_chat_ids: [],
      },
    });
  });

  it('put conversations away, once', async () => {
    const { status, body } = await run('/archive');
    expect(status).toBe(202);
    expect(body).toMatchObject({ success: true, task_id: expect.any(String) });
    expect(await finished(body.task_id)).toMatchObject({ archived: BOTH, messages: 4 });
    const again = await run('/archive');
    expect(await finished(again.body.task_id)).toMatchObject({
      archived: [],
      already_archived: BOTH,
    });
  });

  it('tell how much there is', async () => {
    const { status, body } = await run('/stats');
    expect(status).toBe(200);
    expect(body).toEqual({
      total_chats: 2,
      total_messages: expect.any(Number),
      archived_chats: expect.any(Number),
      archived_messages: expect.any(Number),
      database_size_mb: expect.any(Number),
      oldest_message: TIME,
      newest_message: TIME,
    });
  });

  it('clean up', async () => {
    const { status, body } = await run('/cleanup');
    expect(status).toBe(202);
    expect(await finished(body.task_id)).toMatchObject({ failed_steps: 0 });
  });

  it('tell what runs when', async () => {
    const { status, body } = await run('/scheduled-tasks');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      success: true,
      scheduler_running: true,
      jobs: expect.arrayContaining([
        expect.objectContaining({ id: 'auto_archive', name: 'Auto-archive old conversations', next_run: TIME }),
        expect.objectContaining({ id: 'auto_sync', name: 'Auto-sync messages', next_run: TIME }),
      ]),
    });
  });

  it('are all of them', () => {
    expect(calls).toHaveLength(6);
  });
});
