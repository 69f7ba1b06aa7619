import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { Conversations, People } from '#messaging';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestApp, type TestPhone } from '#testing/app';

import type { SyncReport } from './sync-report.js';
import type { SyncStatusDto } from './sync-status.dto.js';

const DAY_MS = 86_400_000;

interface TaskView {
  readonly status: string;
  readonly progress: number;
  readonly output_data: SyncReport;
}

describe('sync by the operator', () => {
  let database: TestDatabase;
  let app: TestApp;
  let phones = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url });
  });
  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  const newPhone = (): TestPhone => app.phone(`+346${String((phones += 1)).padStart(8, '0')}`, 'Ana');
  const ago = (days: number): Date => new Date(Date.now() - days * DAY_MS);
  const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
    app.app.get(DataSource).query<T[]>(sql, values);

  async function conversationOnWeb(): Promise<string> {
    const contactId = await app.app.get(People, { strict: false }).resolve('visitor');
    return (await app.app.get(Conversations, { strict: false }).create({ contactId })).id;
  }

  async function texts({ number }: TestPhone): Promise<unknown[]> {
    const path = `/api/conversations/chats/${encodeURIComponent(number)}/messages?limit=200`;
    const { messages } = (await (await app.request(path)).json()) as {
      messages?: { text: string | null; author: string }[];
    };
    return (messages ?? [])
      .filter(({ author }) => author !== 'assistant')
      .map(({ text }) => text)
      .reverse();
  }

  async function post(body?: object): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await app.request('/api/conversations/sync', {
      method: 'POST',
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async function finished(taskId: string, timeoutMs = 20_000): Promise<TaskView> {
    return waitFor(
      async () => {
        const task = (await (await app.request(`/api/conversations/tasks/${taskId}`)).json()) as TaskView;
        return ['completed', 'failed'].includes(task.status) && task;
      },
      { what: 'the task to end', timeoutMs },
    );
  }

  async function sync(body?: object): Promise<SyncReport> {
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 202, body: { success: true, task_id: expect.any(String) as string } });
    const task = await finished(answer.body.task_id as string);
    expect(task).toMatchObject({ status: 'completed', progress: 100 });
    return task.output_data;
  }

  async function status(query = ''): Promise<SyncStatusDto> {
    const response = await app.request(`/api/conversations/sync-status${query}`);
    expect(response.status).toBe(200);
    return (await response.json()) as SyncStatusDto;
  }

  it('brings what was missed, edited and deleted, and tells what it could not find', async () => {
    const phone = newPhone();
    const [first, second] = [
      await phone.say('first', { sentAt: ago(3) }),
      await phone.say('second', { sentAt: ago(2) }),
    ];
    await app.drained();
    await phone.say('missed', { sentAt: ago(1), unheard: true });
    await phone.change(first.id, 'first, mended');
    await phone.change(second.id, null);
    await app.drained();
    expect(await texts(phone)).toEqual(['first', 'second']);
    const report = await sync({ chat_ids: [phone.number, '999@c.us', 'x'] });
    expect(report).toEqual({
      ...{ synced: 1, unsupported: 0, failed: [], failed_count: 0, waiting: [], waiting_count: 0 },
      ...{ unknown_chat_ids: ['999@c.us', 'x'], unlisted_accounts: [], added: 1, edited: 1, deleted: 1 },
    });
    expect(await texts(phone)).toEqual(['first, mended', null, 'missed']);
    // It was missed long ago: nobody answers it.
    await app.drained();
    expect(await phone.ledger()).toEqual([]);
  });

  it('answers what was missed a moment ago, once', async () => {
    const phone = newPhone();
    await phone.say('long ago', { sentAt: ago(1) });
    await app.drained();
    await phone.say('are you there?', { unheard: true });
    await sync({ chat_ids: [phone.number] });
    await sync({ chat_ids: [phone.number], full: true });
    await app.drained();
    expect(await phone.ledger()).toHaveLength(1);
    expect(await texts(phone)).toEqual(['long ago', 'are you there?']);
  });

  it('finds everything with an empty body, chats that only the phone has included', async () => {
    const [known, missing] = [newPhone(), newPhone()];
    await known.say('hi', { sentAt: ago(2) });
    await app.drained();
    await known.say('missed', { sentAt: ago(1), unheard: true });
    await missing.say('nobody told you', { sentAt: ago(1), unheard: true });
    const report = await sync();
    expect(report.added).toBe(2);
    expect(report.synced).toBeGreaterThanOrEqual(2);
    expect(await texts(missing)).toEqual(['nobody told you']);
  });

  it('doubles nothing while the chat goes on', async () => {
    const phone = newPhone();
    await phone.say('0', { sentAt: ago(1) });
    await app.drained();
    const said = Array.from({ length: 60 }, (_, index) => `${index + 1}`);
    const [report] = await Promise.all([
      sync({ chat_ids: [phone.number], full: true }),
      ...said.map((text) => phone.say(text, { unheard: Number(text) % 3 === 0 })),
    ]);
    expect(report.failed_count).toBe(0);
    await sync({ chat_ids: [phone.number], full: true });
    await app.drained();
    expect((await texts(phone)).map(Number).sort((a, b) => a - b)).toEqual([0, ...said.map(Number)]);
  });

  it('reports chats of an account that is not connected, and goes on when it is', async () => {
    const phone = newPhone();
    await phone.say('hi', { sentAt: ago(2) });
    await app.drained();
    await phone.say('missed', { sentAt: ago(1), unheard: true });
    await app.request('/api/whatsapp/accounts/default/stop', { method: 'POST', body: '{}' });
    await waitFor(async () => (await rows(`SELECT 1 FROM accounts WHERE status = 'STOPPED'`)).length === 1, {
      what: 'the stop',
    });
    const report = await sync({ chat_ids: [phone.number] });
    expect(report).toMatchObject({ synced: 0, waiting_count: 1 });
    expect(report.waiting).toEqual([
      {
        chat_id: expect.any(String) as string,
        reason: expect.stringContaining('POST /api/whatsapp/accounts/default/start') as string,
      },
    ]);
    await app.request('/api/whatsapp/accounts/default/start', { method: 'POST', body: '{}' });
    await waitFor(async () => (await texts(phone)).length === 2, { what: 'the chat to be compared after all' });
  });

  it('shows how far each chat is, page by page, and since when', async () => {
    await waitFor(async () => (await rows(`SELECT 1 FROM chat_syncs WHERE state <> 'done'`)).length === 0, {
      what: 'quiet',
    });
    await rows(`UPDATE chat_syncs SET state = 'failed', last_error_code = 'sync.history-unreadable', last_error_message = 'Read the log.'
      WHERE chat_id = (SELECT min(chat_id::text)::uuid FROM chat_syncs)`);
    const onWeb = await conversationOnWeb();
    const first = await status('?limit=1');
    expect(Date.now() - Date.parse(first.as_of)).toBeLessThan(60_000);
    expect(first.totals.chats).toBe(phones);
    expect(first.totals.failed).toBe(1);
    const { chats, next_cursor: cursor } = first;
    expect(chats).toEqual([
      expect.objectContaining({
        state: 'failed',
        covered_to: expect.any(String) as string,
        last_synced_at: expect.any(String) as string,
        last_error: { code: 'sync.history-unreadable', message: 'Read the log.' },
      }),
    ]);
    const rest = await status(`?limit=200&cursor=${cursor ?? ''}`);
    expect(rest.chats).toHaveLength(phones - 1);
    expect(rest.next_cursor).toBeNull();
    expect((await status('?state=failed')).chats).toEqual(chats);
    expect(await status('?limit=1')).toEqual(first);
    const [chat] = first.chats;
    expect((await status(`?chat_id=${encodeURIComponent(chat!.external_id)}`)).chats).toMatchObject([
      { chat_id: chat!.chat_id },
    ]);
    // What is on no phone is compared with none.
    expect((await status(`?chat_id=${onWeb}`)).chats).toEqual([]);
    await rows(`UPDATE chat_syncs SET state = 'done' WHERE state = 'failed'`);
    await waitFor(async () => (await status('?limit=1')).totals.failed === 0, { what: 'a fresh answer' });
  });

  it.each([
    { chat_ids: [] },
    { chat_ids: null },
    { chat_ids: 'x@c.us' },
    { chat_ids: [7] },
    { chat_ids: [''] },
    { chat_ids: ['\u0000'] },
    { chat_ids: Array.from({ length: 1_001 }, () => 'x') },
    { full: 'yes' },
    { full: null },
    { all: true },
  ])('refuses %j', async (body) => {
    expect((await post(body)).status).toBe(400);
  });

  it.each(['?limit=0', '?limit=1000', '?state=odd', '?cursor=forged', `?cursor=${newId()}`])(
    'refuses sync-status%s',
    async (query) => {
      expect((await app.request(`/api/conversations/sync-status${query}`)).status).toBe(400);
    },
  );

  it('takes ids that nobody can have for unknown', async () => {
    const unknown = ['nobody', newId(), '../../etc'];
    expect((await post({ chat_ids: unknown })).body.unknown_chat_ids).toEqual(unknown);
    expect(await sync({ chat_ids: unknown })).toMatchObject({
      synced: 0,
      unknown_chat_ids: expect.any(Array) as [],
    });
  });

  it('is on the schedule', async () => {
    const response = await app.request('/api/conversations/scheduled-tasks');
    const { jobs } = (await response.json()) as { jobs: { id: string; name: string; enabled: boolean }[] };
    expect(jobs).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'auto_sync', name: 'Auto-sync messages', enabled: true }),
        expect.objectContaining({ id: 'full_sync', name: 'Compare whole chats with WhatsApp', enabled: true }),
      ]),
    );
  });
});
