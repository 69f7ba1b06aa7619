import { TaskRecords, ScheduledTasks } from '#agents';
import { newId } from '#kernel';
import { MessageReader } from '#messaging';
import { waitFor } from '#testing';

import { ArchiveStage } from '../../testing/archive-stage.js';
import type { ArchiveReport } from './archive-report.js';
import { ArchiveService } from './archive.service.js';
import { ChatArchiver, type ArchiveOrder } from './chat-archiver.service.js';
import { ReviveSweep } from './revive.service.js';

const ORDER: ArchiveOrder = { reason: null, requestedBy: 'test', taskId: null, codec: 'brotli' };
const DAY_MS = 86_400_000;

describe('the archive', () => {
  let stage: ArchiveStage;

  beforeAll(async () => {
    stage = await ArchiveStage.open({ TZ: 'UTC' });
  });

  afterAll(() => stage.close());

  async function post(path: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await stage.app.request(`/api/conversations/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async function get(path: string): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await stage.app.request(`/api/conversations/${path}`);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async function finished<T>(taskId: unknown): Promise<T> {
    const task = await waitFor(
      async () => {
        const found = await stage.part(TaskRecords).get(String(taskId));
        return ['completed', 'failed'].includes(found.status) && found;
      },
      { what: 'the task to end', timeoutMs: 20_000 },
    );
    expect(task.error).toBeNull();
    return task.outputData as T;
  }

  it('takes the example of the document, and lists what nobody knows', async () => {
    await stage.chat('123456@c.us', 30);
    await stage.chat('789012@c.us', 20);
    const order = { chat_ids: ['123456@c.us', '789012@c.us'], reason: 'Completed conversations', compress: true };
    const started = await post('archive', order);
    const accepted = { success: true, task_id: expect.any(String) as string, unknown_chat_ids: [] };
    expect(started).toEqual({ status: 202, body: accepted });
    const report = await finished<ArchiveReport>(started.body.task_id);
    expect(report).toMatchObject({
      archived: expect.arrayContaining(order.chat_ids) as string[],
      archived_count: 2,
      failed: [],
      kept: [],
      unknown_chat_ids: [],
      messages: 50,
    });

    const again = await post('archive', { chat_ids: ['123456@c.us', 'nobody@c.us'] });
    expect(await finished<ArchiveReport>(again.body.task_id)).toMatchObject({
      archived: [],
      already_archived: ['123456@c.us'],
      unknown_chat_ids: ['nobody@c.us'],
    });

    const { body } = await get('archives?reason=Completed%20conversations&limit=1');
    expect(body.archives).toEqual([
      expect.objectContaining({
        reason: 'Completed conversations',
        codec: 'brotli',
        state: 'complete',
        message_count: expect.any(Number) as number,
      }),
    ]);
    const rest = await get(`archives?reason=Completed%20conversations&limit=1&cursor=${String(body.next_cursor)}`);
    expect(rest.body).toMatchObject({ archives: [expect.anything()], next_cursor: null });
    expect((await get('archives?chat_id=123456@c.us')).body.archives).toHaveLength(1);
    expect((await get('archives?from=2999-01-01T00:00:00Z')).body.archives).toHaveLength(0);
    const chat = await get('chats/123456@c.us');
    expect(chat.body).toMatchObject({ message_count: 30, archived_at: expect.any(String) as string });
    expect((await get('chats/123456@c.us/messages?limit=50')).body.messages).toHaveLength(30);

    const back = await post('unarchive', { chat_id: '123456@c.us' });
    expect(back.status).toBe(202);
    expect(await finished(back.body.task_id)).toMatchObject({ archives: 1, messages: 30 });
    expect((await get('chats/123456@c.us')).body.archived_at).toBeNull();
  });

  it.each([
    ['archive', { chat_ids: [] }, 400],
    ['archive', { chat_ids: 'x' }, 400],
    ['archive', { chat_ids: [1] }, 400],
    ['archive', { chat_ids: ['x'], compress: 'yes' }, 400],
    ['archive', { chat_ids: ['x'], other: 1 }, 400],
    ['archive', {}, 400],
    ['unarchive', { chat_id: 'nobody@c.us' }, 404],
    ['unarchive', { chat_id: '' }, 400],
    ['unarchive', {}, 400],
    ['archive/preview?limit=0', {}, 400],
    ['archive/preview?cursor=forged', {}, 400],
  ])('refuses POST %s %j with %i', async (path, body, status) => {
    expect((await post(path, body)).status).toBe(status);
  });

  it.each([
    'archives?limit=0',
    'archives?cursor=x',
    'archives?from=2026-02-30T00:00:00Z',
    'archives?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z',
  ])('refuses GET %s', async (path) => expect((await get(path)).status).toBe(400));

  it('refuses to bring back what is not archived', async () => {
    await stage.chat('34600000011@c.us', 3);
    const answer = await post('unarchive', { chat_id: '34600000011@c.us' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'archive.not-archived' } });
  });

  it('keeps a chat in which something is under way, and says why', async () => {
    const chatId = await stage.chat('34600000012@c.us', 3);
    await stage.rows(`UPDATE chats SET turn_due_at = now() + interval '1 hour' WHERE id = $1`, [chatId]);
    const { body } = await post('archive', { chat_ids: [chatId] });
    expect(await finished(body.task_id)).toMatchObject({
      archived: [],
      kept: [{ chat_id: chatId, reasons: ['A message waits for its answer.'] }],
    });
    await stage.rows('UPDATE chats SET turn_due_at = NULL WHERE id = $1', [chatId]);
  });

  it('goes on where a task was that died', async () => {
    const chats = [];
    for (const place of [1, 2, 3, 4, 5]) chats.push(await stage.chat(`3460000006${place}@c.us`, 10));
    const taskId = newId();
    const dying = new AbortController();
    const run = { requestedBy: 'test', taskId, onProgress: () => Promise.resolve(dying.abort()) };
    const service = stage.part(ArchiveService);
    await expect(service.archiveThese(chats, { ...run, signal: dying.signal })).rejects.toThrow('abort');
    const alive = new AbortController();
    const again = await service.archiveThese(chats, {
      ...run,
      onProgress: () => Promise.resolve(),
      signal: alive.signal,
    });
    expect(again).toMatchObject({ already_archived: [], failed: [], kept: [], messages: 50 });
    expect([...again.archived].sort()).toEqual([...chats].sort());
  });

  it('gives way to a chat that goes on meanwhile', async () => {
    const chatId = await stage.chat('34600000013@c.us', 50);
    const archiver = stage.part(ChatArchiver);
    const writing = Promise.all([
      archiver.archive(chatId, ORDER),
      stage.rows('UPDATE messages SET ack = 3 WHERE chat_id = $1', [chatId]),
    ]);
    const [outcome] = await writing;
    expect(outcome).toMatchObject({ kind: 'archived', messages: 50 });
    const [messages] = (await get(`chats/${chatId}/messages?limit=50`)).body.messages as { ack: number }[];
    expect(messages?.ack === 3 || messages?.ack === null).toBe(true);
  });

  it('previews the night run, archives what it says, and keeps an open question', async () => {
    const now = Date.now();
    const old = await stage.chat('34600000021@c.us', 12, { last: new Date(now - 100 * DAY_MS) });
    const asked = await stage.chat('34600000022@c.us', 10, { last: new Date(now - 100 * DAY_MS) });
    await stage.ask(asked, '34600000022@c.us', 'Could you send me the invoice?', new Date(now - 99 * DAY_MS));
    const lively = await stage.chat('34600000023@c.us', 10, { last: new Date(now - DAY_MS) });
    const shown = (await post('archive/preview', { chat_ids: [old, asked, lively, 'nobody@c.us'] })).body;
    expect(shown).toMatchObject({ unknown_chat_ids: ['nobody@c.us'] });
    const chats = shown.chats as { chat_id: string; decision: string; reasons: string[] }[];
    expect(Object.fromEntries(chats.map(({ chat_id, decision }) => [chat_id, decision]))).toEqual({
      [old]: 'archive',
      [asked]: 'keep',
      [lively]: 'keep',
    });
    expect(chats.find(({ chat_id }) => chat_id === asked)?.reasons).toContain(
      'The contact asked something that nobody answered.',
    );
    const first = (await post('archive/preview?limit=1', {})).body;
    expect(first.chats).toHaveLength(1);
    expect(first.next_cursor).toEqual(expect.any(String));

    const { taskId } = await stage.part(ScheduledTasks).trigger('auto_archive', 'test');
    const report = await finished<ArchiveReport>(taskId);
    expect(report.archived).toContain(old);
    expect(report.kept.map(({ chat_id }) => chat_id)).toContain(asked);
    expect(report.archived).not.toContain(lively);
    expect((await get(`archives?chat_id=${old}`)).body.archives).toEqual([
      expect.objectContaining({ requested_by: 'auto_archive', reason: expect.stringContaining('days old') as string }),
    ]);
  });

  it('brings a chat back when somebody writes in it, before the answer is made', async () => {
    const phone = stage.app.phone('34600000031', 'Ana');
    await phone.say('Hello, my name is Ana');
    await stage.app.drained();
    const { id: chatId } = await stage.row<{ id: string }>(
      `SELECT id FROM chats WHERE external_id = '34600000031@c.us'`,
    );
    const before = (await get(`chats/${chatId}/messages`)).body.messages as unknown[];
    await stage.part(ChatArchiver).archive(chatId, ORDER);
    expect(await stage.rows('SELECT id FROM messages WHERE chat_id = $1', [chatId])).toEqual([]);
    await phone.say('What is my name?');
    await stage.app.drained();
    const chat = await stage.row('SELECT archived_at, message_count FROM chats WHERE id = $1', [chatId]);
    expect(chat).toEqual({ archived_at: null, message_count: before.length + 2 });
    const { turn_id: turn } = await stage.row<{ turn_id: string }>(
      `SELECT turn_id FROM messages WHERE chat_id = $1 AND author = 'contact' ORDER BY stored_at DESC LIMIT 1`,
      [chatId],
    );
    const { earlier } = await stage.part(MessageReader).conversationOf(turn, chatId, 50);
    expect(earlier.map(({ text }) => text)).toContain('Hello, my name is Ana');
  });

  it('brings back in time what goes on without a turn, and doubles nothing', async () => {
    const chatId = await stage.chat('34600000041@c.us', 20);
    const [first] = await stage.rows<{ id: string; external_id: string }>(
      'SELECT id, external_id FROM messages WHERE chat_id = $1 ORDER BY sent_at LIMIT 1',
      [chatId],
    );
    await stage.part(ChatArchiver).archive(chatId, ORDER);
    // The same history comes once more, and is stored again since nothing of it is there.
    await stage.chat('34600000041@c.us', 20);
    await stage.part(ReviveSweep).sweep();
    await waitFor(
      async () =>
        (await stage.rows('SELECT 1 FROM chats WHERE id = $1 AND archived_at IS NULL', [chatId])).length === 1,
      { what: 'the chat to come back' },
    );
    const rows = await stage.rows<{ id: string; external_id: string }>(
      'SELECT id, external_id FROM messages WHERE chat_id = $1',
      [chatId],
    );
    expect(rows).toHaveLength(20);
    expect(rows).toContainEqual(first);
    expect(await stage.row('SELECT message_count FROM chats WHERE id = $1', [chatId])).toEqual({ message_count: 20 });
  });

  it('brings a chat back when a message in it is deleted under another name of its contact', async () => {
    const chatId = await stage.chat('34600000042@c.us', 5);
    await stage.part(ChatArchiver).archive(chatId, ORDER);
    await stage.rows(
      `INSERT INTO contact_aliases (account_id, kind, value, contact_id) SELECT account_id, 'lid', '4242', contact_id FROM chats WHERE id = $1`,
      [chatId],
    );
    await stage.rows(
      `INSERT INTO early_revisions (id, account_id, chat_external_id, external_id, revoked_at, noted_at) VALUES ($1, $2, '4242@lid', 'x', now(), now())`,
      [newId(), stage.accountId],
    );
    await stage.part(ReviveSweep).sweep();
    await waitFor(
      async () =>
        (await stage.rows('SELECT 1 FROM chats WHERE id = $1 AND archived_at IS NULL', [chatId])).length === 1,
      { what: 'the chat to come back' },
    );
  });
});
