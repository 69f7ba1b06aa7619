import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';

import { ScheduledTasks } from '#agents';
import { llmError } from '#llm';
import type { ScriptedModel } from '#llm/testing';
import { AccountStatuses, HistoryWriter } from '#messaging';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

import { shownTexts, taggingModel } from '../../testing/tagging-model.js';
import type { MetadataReport } from './metadata-report.js';
import { MetadataRuns } from './metadata-runs.service.js';

interface Row {
  readonly external_id: string;
  readonly facet: string;
  readonly values: readonly string[];
  readonly source: string;
  readonly model: string | null;
  readonly reason: string | null;
}

interface Task {
  readonly status: string;
  readonly output_data: MetadataReport;
}

const NEVER = new AbortController().signal;

describe('a run over everything that is not labelled', () => {
  let database: TestDatabase;
  let app: TestApp;
  let model: ScriptedModel;
  let chats = 0;

  afterEach(async () => {
    await app.stop();
    await database.drop();
  });

  async function start(env: Readonly<Record<string, string>> = {}, withModel = true): Promise<void> {
    database = await createTestDatabase();
    model = taggingModel();
    app = await TestApp.start({ databaseUrl: database.url, env, ...(withModel && { model }) });
  }

  /** A chat with these messages, the last one the latest. */
  async function chatWith(texts: readonly string[]): Promise<string> {
    const history = app.app.get(HistoryWriter, { strict: false });
    const accountId = await app.app.get(AccountStatuses, { strict: false }).ensure('default', 'simulator');
    chats += 1;
    const externalId = `3460001${String(chats).padStart(4, '0')}@c.us`;
    const { chatId } = await history.openChat(accountId, { externalId, kind: 'direct' });
    const said = texts.map((text, index) => ({
      externalId: `m${chats}-${index}`,
      sender: text.startsWith('system:') ? null : { externalId },
      fromMe: false,
      kind: 'text' as const,
      text,
      sentAt: new Date(Date.UTC(2026, 0, 1, 12, 0, index)),
    }));
    await history.write(chatId, said);
    return externalId;
  }

  function rows(sql = ''): Promise<Row[]> {
    return app.app.get(DataSource).query<Row[]>(
      `SELECT messages.external_id, facet, "values", source, model, reason FROM message_labels
       JOIN messages ON messages.id = message_id ${sql} ORDER BY external_id, facet`,
    );
  }

  const run = (): Promise<MetadataReport> =>
    app.app
      .get(MetadataRuns, { strict: false })
      .run({ startedAt: new Date() }, { signal: NEVER, progress: () => Promise.resolve() });

  async function runByRest(body: object = {}): Promise<{ task: Task; unknown: string[] }> {
    const response = await app.request('/api/conversations/metadata/run', {
      method: 'POST',
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(202);
    const started = (await response.json()) as { success: boolean; task_id: string; unknown_chat_ids: string[] };
    expect(started.success).toBe(true);
    const ended = await waitFor(
      async () => {
        const found = (await (await app.request(`/api/conversations/tasks/${started.task_id}`)).json()) as Task;
        return ['completed', 'failed'].includes(found.status) ? found : undefined;
      },
      { timeoutMs: 15_000, what: 'the run to end' },
    );
    return { task: ended, unknown: started.unknown_chat_ids };
  }

  const tagging = () => model.requests.filter(({ purpose }) => purpose === 'tagging');

  it('is started by REST, labels by rules when there is no model, and says what it did', async () => {
    await start({}, false);
    const chat = await chatWith(['hola', 'I want a refund', 'system: Ana joined', '']);
    await chatWith(['elsewhere']);
    const { task, unknown } = await runByRest({ chat_ids: [chat, '34999@c.us'] });
    expect(task).toMatchObject({
      status: 'completed',
      output_data: { labelled: 2, untagged: 0, waiting: 0, budget_reached: false },
    });
    expect(unknown).toEqual(['34999@c.us']);
    expect((await rows()).map(({ external_id: id }) => id)).toEqual(['m1-0', 'm1-0', 'm1-0', 'm1-1', 'm1-1', 'm1-1']);
    expect((await runByRest()).task.output_data.labelled).toBe(1);
    expect((await runByRest()).task.output_data.labelled).toBe(0);
    const { task: old } = await runByRest({ since: '2026-06-01T00:00:00Z' });
    expect(old.output_data.labelled).toBe(0);
  });

  it('refuses bad input', async () => {
    await start({}, false);
    for (const body of [{ since: 'yesterday' }, { chat_ids: 'all' }, { chat_ids: [1] }, { all: true }]) {
      const response = await app.request('/api/conversations/metadata/run', {
        method: 'POST',
        body: JSON.stringify(body),
      });
      expect(response.status).toBe(400);
    }
  });

  it('asks the model about a dozen at once, the latest first, and never again about what is labelled', async () => {
    await start();
    await chatWith(Array.from({ length: 30 }, (_, index) => `text ${index}`));
    expect(await run()).toEqual({
      labelled: 30,
      untagged: 0,
      dropped_tags: 30,
      waiting: 0,
      budget_reached: false,
    });
    expect(tagging()).toHaveLength(3);
    expect([...shownTexts(tagging()[0]?.messages[0]?.content ?? '').values()][0]).toBe('text 29');
    const labels = await rows();
    expect(labels).toHaveLength(90);
    expect(labels[2]).toMatchObject({ facet: 'tags', values: ['urgent'], model: 'scripted', source: 'model' });
    await run();
    expect(tagging()).toHaveLength(3);
    const [chat] = (
      (await (await app.request('/api/conversations/chats?sentiment=negative&tag=urgent')).json()) as {
        chats: { category: { value: string } }[];
      }
    ).chats;
    expect(chat?.category.value).toBe('appointment');
  });

  it('leaves what the operator said, and what is switched off', async () => {
    await start({ AUTO_CATEGORIZATION: 'false' });
    await chatWith(['one']);
    const [{ external_id: id }] = await app.app
      .get(DataSource)
      .query<[{ external_id: string }]>('SELECT external_id FROM messages');
    await app.request('/api/conversations/metadata', {
      method: 'POST',
      body: JSON.stringify({ updates: [{ message_id: id, sentiment: 'positive' }] }),
    });
    await run();
    await app.request(`/api/conversations/messages/${id}/analyze`, { method: 'POST' });
    expect((await rows(`AND facet <> 'category'`)).map(({ facet, values, source }) => [facet, values, source])).toEqual(
      [
        ['sentiment', ['positive'], 'operator'],
        ['tags', ['urgent'], 'model'],
      ],
    );
  });

  it.each([
    ['poison', 'invalid-output'],
    ['refuse', 'refused'],
  ])(
    'leaves one message untagged that makes the model fail (%s), with the reason, and labels the others',
    async (text, reason) => {
      await start();
      await chatWith(Array.from({ length: 12 }, (_, index) => (index === 5 ? text : `text ${index}`)));
      expect(await run()).toMatchObject({ labelled: 11, untagged: 1 });
      // An answer that cannot be used was asked for twice.
      const repaired = tagging().filter(({ messages }) => messages[0]?.content.includes('poison')).length;
      expect(await app.app.get(DataSource).query('SELECT calls FROM metadata_calls')).toEqual([
        { calls: tagging().length + repaired },
      ]);
      const failed = (await rows()).filter((row) => row.reason !== null);
      expect(failed.map((row) => [row.facet, row.reason, row.values])).toEqual([
        ['category', reason, []],
        ['sentiment', reason, []],
        ['tags', reason, []],
      ]);
      const page = await app.request(`/api/conversations/messages/search?q=${text}`);
      const [message] = ((await page.json()) as { messages: { sentiment: null; untagged: object[] }[] }).messages;
      expect(message?.sentiment).toBeNull();
      expect(message?.untagged).toContainEqual({ facet: 'sentiment', reason });
    },
  );

  it('goes on where it was after the model was away', async () => {
    await start();
    await chatWith(['outage', ...Array.from({ length: 60 }, (_, index) => `text ${index}`)]);
    await expect(run()).rejects.toMatchObject({ code: 'llm.unauthorized' });
    const done = (await rows()).length / 3;
    expect(done).toBeGreaterThanOrEqual(36);
    await app.app.get(DataSource).query(`UPDATE messages SET body = NULL WHERE external_id LIKE '%-0'`);
    const before = tagging().length;
    expect(await run()).toMatchObject({ labelled: 60 - done });
    expect(tagging().length - before).toBeLessThanOrEqual(Math.ceil((60 - done) / 12));
  });

  it('goes on in another process after the first one ended', async () => {
    await start();
    await chatWith(Array.from({ length: 40 }, (_, index) => `text ${index}`));
    const controller = new AbortController();
    const cut = app.app
      .get(MetadataRuns, { strict: false })
      .run(
        { startedAt: new Date() },
        { signal: controller.signal, progress: () => Promise.resolve(controller.abort()) },
      );
    await expect(cut).rejects.toThrow();
    await app.stop();
    model = taggingModel();
    app = await TestApp.start({ databaseUrl: database.url, model });
    expect(await run()).toMatchObject({ labelled: 4 });
    expect(tagging()).toHaveLength(1);
  });

  it('stops at the calls of the day, says what waits, and lets nobody else over them', async () => {
    await start({ METADATA_DAILY_CALLS: '1' });
    await chatWith(Array.from({ length: 30 }, (_, index) => `text ${index}`));
    expect(await run()).toMatchObject({ labelled: 12, waiting: 18, budget_reached: true });
    expect(await run()).toMatchObject({ labelled: 0, waiting: 18, budget_reached: true });
    expect(tagging()).toHaveLength(1);
    const [waiting] = await app.app
      .get(DataSource)
      .query<{ id: string }[]>(
        'SELECT id FROM messages WHERE id NOT IN (SELECT message_id FROM message_labels) LIMIT 1',
      );
    const response = await app.request(`/api/conversations/messages/${waiting?.id}/analyze`, { method: 'POST' });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('stops at the budget of all models, keeps what was told, and goes on another day', async () => {
    await start();
    await chatWith(Array.from({ length: 30 }, (_, index) => `text ${index}`));
    const asked = jest.spyOn(model, 'structured').mockRejectedValueOnce(llmError('llm.over-budget'));
    expect(await run()).toMatchObject({ labelled: 18, waiting: 12, budget_reached: true });
    asked.mockRejectedValue(llmError('llm.over-budget', { retryAfterSeconds: 60 }));
    expect(await run()).toMatchObject({ labelled: 0, waiting: 12, budget_reached: true });
    const [message] = await app.app.get(DataSource).query<[{ id: string }]>('SELECT id FROM messages LIMIT 1');
    const response = await app.request(`/api/conversations/messages/${message.id}/analyze`, { method: 'POST' });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60']);
    asked.mockRestore();
    expect(await run()).toMatchObject({ labelled: 12, waiting: 0, budget_reached: false });
  });

  it('labels again what was edited, and forgets what was deleted', async () => {
    await start();
    await chatWith(['one', 'two']);
    await run();
    await app.app
      .get(DataSource)
      .query(`UPDATE messages SET edited_at = now() + interval '1 second' WHERE external_id LIKE '%-0'`);
    expect(await run()).toMatchObject({ labelled: 1 });
  });

  it('runs on Sundays at 04:00, unless everything is switched off', async () => {
    await start({ TIME_ZONE: 'Europe/Madrid' }, false);
    const listed = async () =>
      (await app.app.get(ScheduledTasks, { strict: false }).list()).find(({ id }) => id === 'metadata_update');
    const task = await listed();
    expect(task).toMatchObject({ name: 'Update sentiment and tags', enabled: true });
    const local = task?.nextRun?.toLocaleString('en-GB', {
      timeZone: 'Europe/Madrid',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    expect(local).toBe('Sun 04:00');
    await app.stop();
    await database.drop();
    await start({ AUTO_SENTIMENT_ANALYSIS: 'false', AUTO_CATEGORIZATION: 'false', AUTO_TAGGING: 'false' }, false);
    expect(await listed()).toMatchObject({ enabled: false, nextRun: null });
    await chatWith(['one']);
    expect(await run()).toMatchObject({ labelled: 0, untagged: 0 });
  });
});
