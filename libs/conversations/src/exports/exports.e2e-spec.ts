import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ExportStage } from '../../testing/export-stage.js';
import { ImportService } from '../import/import.service.js';
import { ExportRunner } from './export-runner.service.js';

const ANA = '34600000001@c.us';
const GROUP = '120363000000000001@g.us';

describe('an export', () => {
  let stage: ExportStage;
  let chatId: string;

  beforeAll(async () => {
    stage = await ExportStage.open();
    chatId = await stage.chat(ANA, 'Ana', [
      { text: 'hello\n"there", you' },
      { text: '=1+1', fromMe: true },
      { text: 'مرحبا 你好 👩‍👩‍👧 <b>&amp;</b>' },
      { text: '', kind: 'text', deletedAt: new Date() },
    ]);
    await stage.chat(GROUP, 'Trip', [
      { sender: { externalId: ANA, name: 'Ana' }, text: 'who comes?' },
      { sender: { externalId: '34600000002@c.us', name: 'Bob' }, text: 'I do' },
    ]);
  });

  afterAll(() => stage.close());

  it('answers with its task and where the file will be', async () => {
    const response = await stage.post({ chat_ids: [ANA, 'nobody@c.us', chatId], format: 'json' });
    expect(response.status).toBe(202);
    const answer = (await response.json()) as { task_id: string; export_id: string };
    expect(answer).toEqual({
      success: true,
      task_id: expect.any(String),
      export_id: expect.any(String),
      unknown_chat_ids: ['nobody@c.us'],
    });
    const task = await stage.task(answer.task_id);
    expect(task).toMatchObject({
      status: 'completed',
      output_data: {
        download_url: `/api/conversations/exports/${answer.export_id}/download`,
        messages: 4,
        media_left_out: 0,
      },
    });
    expect(JSON.stringify(task.output_data)).not.toContain('Ana');
    const file = await stage.app.request(task.output_data?.download_url as string);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(task.output_data?.bytes).toBe(bytes.length);
    expect(task.output_data?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/json',
      'content-length': String(bytes.length),
      'content-disposition': expect.stringMatching(
        /^attachment; filename="WhatsApp Chat with Ana \(\d{8}-\d{9}\)\.json"; filename\*=UTF-8''WhatsApp%20Chat%20with%20Ana%20/,
      ) as string,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const list = (await (await stage.app.request('/api/conversations/exports')).json()) as { exports: unknown[] };
    expect(list.exports[0]).toMatchObject({ id: answer.export_id, state: 'ready', task_id: answer.task_id });
  });

  it('lies sealed on the disk, for this user only', async () => {
    const { exportId } = await stage.run({ chat_ids: [ANA], format: 'txt' });
    const [row] = await stage.rows<{ path: string }>('SELECT path FROM exports WHERE id = $1', [exportId]);
    const path = join(stage.folder, 'exports', row!.path);
    expect((await readFile(path)).includes('hello')).toBe(false);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(stage.folder, 'exports', exportId))).mode & 0o777).toBe(0o700);
  });

  it('of a TXT is read by our own import as the same messages', async () => {
    const path = join(stage.folder, 'WhatsApp Chat with Ana.txt');
    const zone = 'America/New_York';
    await writeFile(path, await stage.file({ chat_ids: [ANA], format: 'txt', zone, me: 'Marta: R' }));
    const source = { path, name: 'WhatsApp Chat with Ana.txt' };
    const options = { accountId: stage.accountId, me: 'Marta R', zone, chatId: '+34600000999' };
    const report = await stage.part(ImportService).importFile(source, options);
    expect(report).toMatchObject({ messages: 4, inserted: 4, unreadable: { total: 0 } });
    expect(await messagesOf('34600000999@c.us')).toEqual(await messagesOf(ANA));
  });

  it.each([
    ['as it is', 'seconds'],
    ['from a phone that tells minutes only', 'minutes'],
  ])('of a TXT, read back into its own chat %s, doubles nothing; what is not there is added', async (_, told) => {
    const phone = told === 'seconds' ? '34600000011@c.us' : '34600000012@c.us';
    const at = (second: number, millisecond = 0) => new Date(Date.UTC(2024, 2, 1, 10, 0, second, millisecond));
    const own = await stage.chat(phone, 'Zoe', [
      { text: 'ok', sentAt: at(1) },
      { text: 'ok', sentAt: at(1, 500) },
      { text: 'ok', sentAt: at(1, 700), fromMe: true },
      { text: 'we answer', sentAt: at(2, 999), fromMe: true },
      { text: '', kind: 'image', sentAt: at(3) },
      { text: '👍', sentAt: at(3) },
      { text: 'gone', sentAt: at(4), deletedAt: at(9) },
      { text: 'two\nlines', sentAt: at(5), editedAt: at(6) },
      ...Array.from({ length: 1_200 }, (_, place) => ({
        text: 'again and again',
        sentAt: at(60 + Math.floor(place / 40)),
      })),
    ]);
    await stage.rows(`UPDATE messages SET author = 'assistant' WHERE chat_id = $1 AND sent_at = $2`, [own, at(2, 999)]);
    const path = join(stage.folder, `${told}.txt`);
    const file = (await stage.file({ chat_ids: [own], format: 'txt', zone: 'UTC', me: 'Me' })).toString('utf8');
    const more = `${file}[2024-03-01, 10:01:29] Zoe: again and again\n[2024-03-01, 10:02:00] Zoe: new\n`;
    await writeFile(path, told === 'seconds' ? more : more.replaceAll(/^(\S*\[\S+ \d\d:\d\d):\d\d\]/gm, '$1]'));
    const options = { accountId: stage.accountId, me: 'Me', zone: 'UTC', chatId: phone };
    for (const inserted of [2, 0]) {
      const report = await stage.part(ImportService).importFile({ path, name: 'Zoe.txt' }, options);
      expect(report).toMatchObject({ messages: 1_210, inserted, known: 1_210 - inserted, unreadable: { total: 0 } });
    }
  });

  it('of a group is read back with each of its people', async () => {
    const path = join(stage.folder, 'group.txt');
    await writeFile(path, await stage.file({ chat_ids: [GROUP], format: 'txt' }));
    await writeFile(path, `${await readFile(path, 'utf8')}[2026-01-01, 10:00:00] Me: I, too\n`);
    const options = { accountId: stage.accountId, me: 'Me', zone: 'UTC', chatId: '120363000000000999@g.us' };
    await stage.part(ImportService).importFile({ path, name: 'group.txt' }, options);
    const read = await messagesOf('120363000000000999@g.us');
    expect(read.slice(0, 2)).toEqual(await messagesOf(GROUP));
  });

  it('of an archived chat is the same as before', async () => {
    const eve = await stage.chat(
      '34600000006@c.us',
      'Eve',
      Array.from({ length: 450 }, (_, place) => ({ text: `message ${place}`, fromMe: place % 3 === 0 })),
    );
    const before = await stage.file({ chat_ids: [eve], format: 'txt' });
    const response = await stage.app.request('/api/conversations/archive', {
      method: 'POST',
      body: JSON.stringify({ chat_ids: [eve] }),
    });
    const { task_id: taskId } = (await response.json()) as { task_id: string };
    expect(await stage.task(taskId)).toMatchObject({ status: 'completed' });
    expect(await stage.rows('SELECT FROM messages WHERE chat_id = $1', [eve])).toEqual([]);
    expect((await stage.file({ chat_ids: [eve], format: 'txt' })).toString()).toBe(before.toString());
    expect(before.toString().split('\n')).toHaveLength(451);
  });

  it('holds the time that was asked for, both ends included', async () => {
    const range = { from: '2024-01-01T10:02:00Z', to: '2024-01-01T12:03:00+02:00' };
    const file = await stage.file({ chat_ids: [ANA], format: 'json', ...range });
    const { chats, ...head } = JSON.parse(file.toString()) as { chats: { messages: { external_id: string }[] }[] };
    expect(chats[0]!.messages.map(({ external_id }) => external_id)).toEqual(['EXT-2', 'EXT-3']);
    expect(head).toMatchObject({ from: '2024-01-01T10:02:00.000Z', to: '2024-01-01T10:03:00.000Z' });
  });

  it.each<[string, object, number, string]>([
    ['no chats', { chat_ids: [] }, 400, 'request.invalid'],
    ['unknown chats only', { chat_ids: ['nobody@c.us', 'x\0'] }, 404, 'export.no-chat'],
    ['too many chats', { chat_ids: Array(1_001).fill(ANA) }, 400, 'request.invalid'],
    ['a format that there is not', { format: 'docx' }, 400, 'request.invalid'],
    [
      'an end before the beginning',
      { from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' },
      400,
      'export.range-backwards',
    ],
    ['a time without a zone', { from: '2026-01-02T00:00:00' }, 400, 'request.invalid'],
    ['29 February of another year', { from: '2025-02-29T00:00:00Z' }, 400, 'request.invalid'],
    ['a zone that there is not', { zone: 'Mars/Olympus' }, 400, 'request.invalid'],
    ['a key that nobody knows', { folder: '/etc' }, 400, 'request.invalid'],
    ['"true"', { include_media: 'true' }, 400, 'request.invalid'],
  ])('is refused for %s', async (_, body, status, code) => {
    const response = await stage.post({ chat_ids: [ANA], format: 'json', ...body });
    expect([response.status, await response.json()]).toEqual([status, expect.objectContaining({ code })]);
  });

  it('takes the year 9999, and a chat without messages', async () => {
    const range = { from: '0001-01-01T00:00:00Z', to: '9999-12-31T23:59:59Z' };
    expect((await stage.run({ chat_ids: [ANA, ANA], format: 'csv', ...range })).task.output_data).toMatchObject({
      messages: 4,
    });
    const later = { from: '9999-01-01T00:00:00Z' };
    for (const format of ['json', 'csv', 'txt', 'html']) {
      expect((await stage.run({ chat_ids: [ANA], format, ...later })).task.output_data).toMatchObject({ messages: 0 });
    }
  });

  it('leaves nothing behind when it fails, and begins anew', async () => {
    const { exportId, task } = await stage.run({ chat_ids: [ANA], format: 'txt' });
    await stage.rows(`UPDATE exports SET state = 'waiting', path = NULL, expires_at = NULL WHERE id = $1`, [exportId]);
    await stage.rows('DELETE FROM export_shares WHERE export_id = $1', [exportId]);
    const folder = join(stage.folder, 'exports', exportId);
    await writeFile(join(folder, 'half.part'), 'the half of it');
    const runner = stage.part(ExportRunner);
    const context = { attempt: 1, signal: new AbortController().signal, progress: () => Promise.resolve() };
    const dies = { ...context, progress: () => Promise.reject(new Error('killed')) };
    await expect(runner.run(exportId, dies)).rejects.toThrow('killed');
    expect(await readdir(folder).catch(() => [])).toEqual([]);
    const response = await stage.download(exportId);
    expect([response.status, await response.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'export.not-ready' }),
    ]);

    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'half.part'), 'the half of it');
    const stopping = new AbortController();
    const stopped = { ...context, signal: stopping.signal, progress: () => Promise.resolve(stopping.abort()) };
    await expect(runner.run(exportId, stopped)).rejects.toThrow();
    expect(await readdir(folder).catch(() => [])).toEqual([]);

    const again = await runner.run(exportId, context);
    expect(again).toMatchObject({ sha256: task.output_data?.sha256, messages: 4 });
    expect(await readdir(folder)).toHaveLength(1);
    // As after a crash between the end of the work and the end of the task.
    expect(await runner.run(exportId, context)).toEqual({ ...again, damaged_chats: null });
    expect((await stage.download(exportId)).status).toBe(200);
  });

  it('says so in its row when the last try failed', async () => {
    const { exportId } = await stage.run({ chat_ids: [ANA], format: 'txt' });
    await stage.rows(`UPDATE exports SET state = 'waiting' WHERE id = $1`, [exportId]);
    const dies = {
      attempt: 3,
      signal: new AbortController().signal,
      progress: () => Promise.reject(new Error('secret')),
    };
    await expect(stage.part(ExportRunner).run(exportId, dies)).rejects.toThrow('secret');
    const response = await stage.download(exportId);
    expect([response.status, await response.json()]).toEqual([409, expect.objectContaining({ code: 'export.failed' })]);
    const list = await (await stage.app.request('/api/conversations/exports?limit=1')).text();
    expect(list).toContain('"state":"failed"');
    expect(list).not.toContain('secret');
  });

  it('is listed, page by page, and removed by hand', async () => {
    const { exportId } = await stage.run({ chat_ids: [ANA], format: 'txt' });
    const page = async (query: string) =>
      (await (await stage.app.request(`/api/conversations/exports?limit=1${query}`)).json()) as {
        exports: { id: string }[];
        next_cursor: string;
      };
    const first = await page('');
    expect(first.exports).toMatchObject([
      { id: exportId, state: 'ready', format: 'txt', download_url: expect.any(String) as string },
    ]);
    const second = await page(`&cursor=${first.next_cursor}`);
    expect(second.exports[0]!.id < exportId).toBe(true);
    expect((await stage.app.request('/api/conversations/exports?cursor=forged')).status).toBe(400);
    const remove = () => stage.app.request(`/api/conversations/exports/${exportId}`, { method: 'DELETE' });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
    expect((await stage.download(exportId)).status).toBe(404);
    expect(await stage.filesLeft()).not.toContain(exportId);
    for (const id of ['x', '..%2f..%2fetc%2fpasswd']) expect((await stage.download(id)).status).toBe(404);
  });

  async function messagesOf(chat: string): Promise<unknown[]> {
    const response = await stage.app.request(`/api/conversations/chats/${chat}/messages?limit=100`);
    const { messages } = (await response.json()) as { messages: Record<string, unknown>[] };
    return messages.reverse().map(({ author, sender_name, kind, text, sent_at, revoked_at, edited_at }) => ({
      ...{ author, sender_name, kind, text, sent_at, deleted: revoked_at !== null, edited: edited_at !== null },
    }));
  }
});
