import { once } from 'node:events';
import { appendFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createTestDatabase, type TestDatabase } from '#testing';
import { TEST_API_KEY, TestApp } from '#testing/app';

import { writeSampleExport } from '../../../bench/export-sample.js';
import type { ImportArguments } from './import-arguments.js';
import { ImportClient } from './import-client.js';
import { ProgressLine } from './progress-line.js';
import { runImport } from './run-import.js';

const CHAT = '31/12/24, 10:00 - Ana: hello\n31/12/24, 10:01 - Me: bye';

describe('import of an exported chat', () => {
  let folder: string;
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-test-'));
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url, env: { DATA_DIR: folder, IMPORT_MAX_MB: '16' } });
  });
  afterAll(async () => {
    await app.stop();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const client = (key = TEST_API_KEY, url = app.url) => new ImportClient({ url, key });
  const choose = (guess: string) => Promise.resolve(guess);
  const run = (options: ImportArguments) =>
    runImport(client(), { zone: 'UTC', ...options }, new ProgressLine({ write: () => true }), choose, 20);
  const uploadsLeft = () => readdir(join(folder, 'imports'));

  it('imports a chat of a given phone, which nobody answers', async () => {
    const file = join(folder, 'chat.txt');
    await writeFile(file, CHAT);
    expect(await run({ file, me: 'Me', chat: '+34600000077' })).toMatchObject({ inserted: 2 });
    await app.drained();
    expect(await app.phone('+34600000077').ledger()).toEqual([]);
    const chat = await app.request('/api/conversations/chats/34600000077@c.us');
    expect(await chat.json()).toMatchObject({ message_count: 2 });
  });

  it('refuses what would double the messages of an import before, unless it is to be added', async () => {
    const file = join(folder, 'WhatsApp Chat with Eva.txt');
    await writeFile(file, '3/4/24, 10:00 - Eva: hello\n4/4/24, 10:01 - Me: bye');
    const options = { file, me: 'Me' };
    const report = await run(options);
    expect(report).toMatchObject({ inserted: 2, date_order: 'dmy', first_message: '2024-04-03T10:00:00.000Z' });
    await expect(run({ ...options, zone: 'Asia/Tokyo' })).rejects.toThrow(/doubled.*--zone/);
    await expect(run({ ...options, dateOrder: 'mdy' })).rejects.toThrow(/doubled.*--date-order/);
    expect(await run(options)).toMatchObject({ inserted: 0, known: 2 });
    await writeFile(file, '5/4/24, 10:00 - Eva: another part');
    expect(await run({ ...options, me: 'Eva', add: true })).toMatchObject({ inserted: 1, chat_id: report.chat_id });
    expect(await uploadsLeft()).toEqual([]);
  });

  it.each<[string, string | Buffer, Record<string, string>, number, string]>([
    ['dates to guess', '3/4/24, 10:00 - Me: hi', { me: 'Me', guess: 'false' }, 400, 'import.date-order-open'],
    ['no file', '', { me: 'Me' }, 400, 'import.no-file'],
    ['not text', Buffer.alloc(5_000, 1), { me: 'Me' }, 400, 'import.not-text'],
    ['no message', 'dear diary', { me: 'Me' }, 400, 'import.no-message'],
    ['no me', CHAT, {}, 400, 'import.bad-field'],
    ['an unknown me', CHAT, { me: 'Bob' }, 400, 'import.me-not-found'],
    ['an unknown zone', CHAT, { me: 'Me', zone: 'Mars/Olympus' }, 400, 'import.zone-unknown'],
    ['an unknown field', CHAT, { me: 'Me', zone_: 'UTC' }, 400, 'import.bad-field'],
    ['too large a file', Buffer.alloc(17 * 1_048_576, 'a'), { me: 'Me' }, 413, 'import.upload-too-large'],
  ])('refuses %s at once and keeps nothing', async (_, content, fields, status, code) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    if (content.length > 0) form.set('file', new Blob([content]), 'WhatsApp Chat with Ana.txt');
    const response = await post(form);
    expect([response.status, await response.json()]).toEqual([status, expect.objectContaining({ code })]);
    expect(await uploadsLeft()).toEqual([]);
  });

  it.each([
    ['no multipart', 'application/json', '{}'],
    ['no boundary', 'multipart/form-data', 'x'],
    [
      'a body cut short',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nx',
    ],
  ])('refuses %s', async (_, type, body) => {
    expect((await post(body, { 'content-type': type })).status).toBe(400);
    expect(await uploadsLeft()).toEqual([]);
  });

  it('asks for a key, here and on every other route', async () => {
    for (const path of ['import', 'chats', 'tasks/x']) {
      const method = path === 'import' ? 'POST' : 'GET';
      const response = await fetch(`${app.url}/api/conversations/${path}`, { method });
      expect([path, response.status]).toEqual([path, 401]);
    }
  });

  it('says in one line: wrong key, nobody there, no such file, wrong name', async () => {
    const file = join(folder, 'chat.txt');
    await writeFile(file, CHAT);
    const options = { file, me: 'Me' };
    await expect(client('wrong').upload(options)).rejects.toThrow(/does not take this key/);
    await expect(client(TEST_API_KEY, 'http://127.0.0.1:1').upload(options)).rejects.toThrow(/npm start/);
    const server = createServer((_, response) => response.end('<h1>It works!</h1>')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const stranger = client(TEST_API_KEY, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await expect(stranger.upload(options)).rejects.toThrow(/does not answer like this program/);
    await expect(stranger.task('x')).rejects.toThrow(/does not answer like this program/);
    server.closeAllConnections();
    server.close();
    await expect(client().upload({ ...options, file: '/no/such/file' })).rejects.toThrow(/no file/);
    await expect(client().upload({ ...options, me: 'Bob' })).rejects.toThrow(/"Ana", "Me"/);
  });

  // The last: the memory takes in what it imports for minutes.
  it('imports 50,000 lines, finds them by search, and doubles nothing', async () => {
    const file = join(folder, 'WhatsApp Chat with Ana Vidal.txt');
    const sample = await writeSampleExport(file, { lines: 50_000, format: 'android-24h', seed: 3 });
    await appendFile(file, '31/12/35, 10:00 - Ana Vidal: the zeppelin lands at noon\n');
    const total = sample.messages + 1;

    const report = await run({ file, me: sample.me });
    expect(report).toMatchObject({ messages: total, inserted: total, media: sample.media, unreadable: { total: 0 } });
    const found = await app.request('/api/conversations/messages/search?q=zeppelin');
    expect(await found.json()).toMatchObject({ messages: [{ text: 'the zeppelin lands at noon' }] });
    const chat = await app.request(`/api/conversations/chats/${report.chat_id}`);
    expect(await chat.json()).toMatchObject({ message_count: total });

    expect(await run({ file, me: sample.me })).toMatchObject({ inserted: 0, known: total, chat_id: report.chat_id });
    expect(await uploadsLeft()).toEqual([]);
  }, 300_000);

  function post(body: FormData | string, headers: Record<string, string> = {}): Promise<Response> {
    const authorization = `Bearer ${TEST_API_KEY}`;
    return fetch(`${app.url}/api/conversations/import`, {
      method: 'POST',
      body,
      headers: { authorization, ...headers },
    });
  }
});
