import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { writeSampleExport } from '../../../../bench/export-sample.js';
import type { SampleFormat } from '../../../../bench/export-sample-formats.js';
import { FakeHistory } from '../../testing/fake-history.js';
import { zipOf } from '../../testing/zip-of.js';
import { readExport } from './export-file.js';
import { importChat, type ImportOptions } from './import-chat.js';

const CHAT = '31/12/24, 10:00 - Ana: hi\n31/12/24, 10:00 - Ana: hi\n31/12/24, 10:01 - Me: bye';

describe('importChat', () => {
  let folder: string;
  let history: FakeHistory;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-'));
  });
  beforeEach(() => {
    history = new FakeHistory();
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function run(name: string, content: string | Buffer, options: Partial<ImportOptions> = {}) {
    const path = join(folder, name);
    await writeFile(path, content);
    return importChat(await readExport(path), history, { accountId: 'account', me: 'Me', zone: 'UTC', ...options });
  }

  it('stores the messages of both sides and says what it did', async () => {
    const report = await run('WhatsApp Chat with Ana.txt', CHAT);
    expect(report).toEqual({
      chat_id: 'chat of Ana',
      messages: 3,
      inserted: 3,
      known: 0,
      system_lines: 0,
      media: 0,
      first_message: '2024-12-31T10:00:00.000Z',
      last_message: '2024-12-31T10:01:00.000Z',
      date_order: 'dmy',
      date_order_guessed: false,
      unreadable: { total: 0, lines: [] },
    });
    expect(history.messages.map(({ fromMe, sender, text }) => [fromMe, sender?.name, text])).toEqual([
      [false, 'Ana', 'hi'],
      [false, 'Ana', 'hi'],
      [true, 'Me', 'bye'],
    ]);
  });

  it('doubles nothing: twice, longer, cut at the front, or as a zip', async () => {
    await run('WhatsApp Chat with Ana.txt', CHAT);
    const later = `${CHAT}\n31/12/24, 10:02 - Ana: new`;
    expect(await run('WhatsApp Chat with Ana.txt', CHAT)).toMatchObject({ inserted: 0, known: 3 });
    expect(await run('WhatsApp Chat with Ana.zip', zipOf({ '_chat.txt': later }))).toMatchObject({
      inserted: 1,
      known: 3,
    });
    expect(await run('WhatsApp Chat with Ana.txt', later.split('\n').slice(1).join('\n'))).toMatchObject({
      inserted: 0,
      known: 3,
    });
    expect(history.messages).toHaveLength(4);
  });

  it('says that it guessed when the dates can be read in two ways', async () => {
    const open = '3/4/24, 10:00 - Ana: hi\n4/4/24, 10:01 - Me: bye';
    expect(await run('a.txt', open)).toMatchObject({ date_order: 'dmy', date_order_guessed: true });
    expect(await run('a.txt', open, { dateOrder: 'mdy' })).toMatchObject({
      date_order: 'mdy',
      date_order_guessed: false,
      first_message: '2024-03-04T10:00:00.000Z',
    });
  });

  it('knows a picture again that was exported without media, and in another language', async () => {
    await run('WhatsApp Chat with Ana.txt', `31/12/24, 10:00 - Ana: <Media omitted>\nthe beach\n${CHAT}`);
    const again = `31/12/24, 10:00 - Ana: IMG-1.jpg (archivo adjunto)\nthe beach\n${CHAT}`;
    expect(await run('WhatsApp Chat with Ana.txt', again)).toMatchObject({ inserted: 0, known: 4, media: 1 });
  });

  it('refuses a name that nobody has, lists those who wrote, and stores nothing', async () => {
    await expect(run('chat.txt', CHAT, { me: 'Nobody' })).rejects.toThrow('"Ana", "Me"');
    expect(history.messages).toHaveLength(0);
    expect(await run('WhatsApp Chat with Ana.txt', CHAT, { me: ' me ' })).toMatchObject({ messages: 3 });
  });

  it.each<[string, string, string | Buffer, RegExp]>([
    ['an empty file', 'a.txt', '', /no line of this file/],
    ['a text that is no chat', 'a.txt', 'dear diary\nnothing happened', /no line of this file/],
    ['a picture', 'a.txt', Buffer.from(Array.from({ length: 4_096 }, (_, at) => (at * 7_919) % 256)), /not text/],
    ['UTF-16', 'a.txt', Buffer.from(CHAT, 'utf16le'), /not text/],
    ['a zip without a chat', 'a.zip', zipOf({ 'IMG-1.jpg': 'x' }), /no chat text/],
    ['a zip whose names lead out of it', 'a.zip', zipOf({ '../../IMG-1.jpg': 'x', '_chat.txt': CHAT }), /damaged/],
    ['a zip cut short', 'a.zip', zipOf({ '_chat.txt': CHAT }).subarray(0, 60), /damaged/],
    ['a zip with flipped bytes', 'a.zip', damaged(zipOf({ '_chat.txt': CHAT })), /damaged/],
    ['a zip bomb', 'a.zip', zipOf({ '_chat.txt': Buffer.alloc(20_000_000, 'a') }), /more than this program unpacks/],
    [
      'a zip that lies about its size',
      'a.zip',
      zipOf({ '_chat.txt': Buffer.alloc(20_000_000, 'a') }, 1_000),
      /damaged/,
    ],
    ['an explicit order that no date fits', 'a.txt', CHAT, /date_order/],
  ])('refuses %s', async (_, name, content, message) => {
    await expect(run(name, content, { dateOrder: 'mdy' })).rejects.toThrow(message);
  });

  it.each([
    ['of Android', ['WhatsApp Chat with Ana.txt', 'WhatsApp Chat with Ben.txt']],
    ['of iPhones', ['Ana/_chat.txt', 'Ben/_chat.txt']],
  ])('refuses a zip of several chats %s, and names them', async (_, names) => {
    const zip = zipOf({ ...Object.fromEntries(names.map((name) => [name, CHAT])), 'media/WhatsApp.txt': 'x' });
    await expect(run('chats.zip', zip)).rejects.toMatchObject({ code: 'import.zip-many-chats', details: { names } });
  });

  it('reads the chat of a zip, and nothing else', async () => {
    const zip = zipOf({ 'IMG-1.jpg': 'x', 'notes.txt': 'y', 'Folder/WhatsApp Chat with Ana.txt': CHAT });
    expect(await run('export.zip', zip)).toMatchObject({ chat_id: 'chat of Ana', messages: 3 });
  });

  it.each<[SampleFormat, number]>([
    ['android-12h', 50_000],
    ['android-24h', 3_000],
    ['ios-12h', 3_000],
    ['ios-24h', 3_000],
  ])('imports a real-looking export of %s with %i lines, twice', async (format, lines) => {
    const path = join(folder, `${format}.txt`);
    const sample = await writeSampleExport(path, { lines, format, seed: 7 });
    const file = await readExport(path);
    const options = { accountId: 'account', me: sample.me, zone: 'UTC' };
    const seen: number[] = [];
    const report = await importChat(file, history, options, (done) => Promise.resolve(void seen.push(done)));
    expect(report).toMatchObject({
      messages: sample.messages,
      inserted: sample.messages,
      system_lines: sample.systemLines,
      media: sample.media,
      unreadable: { total: 0 },
    });
    expect(seen.at(-1)).toBe(sample.messages);
    expect(seen.length).toBeGreaterThanOrEqual(lines / 2_100);
    expect(await importChat(file, history, options)).toMatchObject({ inserted: 0, known: sample.messages });
  });
});

function damaged(zip: Buffer): Buffer {
  return Buffer.concat([zip.subarray(0, 45), Buffer.alloc(20, 0xff), zip.subarray(65)]);
}
