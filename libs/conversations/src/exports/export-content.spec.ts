import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createWriteStream } from 'node:fs';

import { openPromise } from 'yauzl';

import { AppError } from '#kernel';
import type { MediaVault } from '#messaging';

import { newExportMessage, newRenderOptions, newTranscript } from '../../testing/new-export-message.js';
import { contentOf, type ContentTools } from './export-content.js';
import type { ExportFormat } from './export-format.js';
import type { ExportMessage, RenderOptions, Transcript } from './transcript.js';

const FORMATS: readonly ExportFormat[] = ['json', 'csv', 'txt', 'html'];
const PAGE = Array.from({ length: 200 }, (_, place) => newExportMessage({ text: `${place} `.repeat(50) }));

describe('contentOf', () => {
  let folder: string;
  let leftOut = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'content-test-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  const vault = {
    open: (id: string) =>
      id.endsWith('f')
        ? Promise.reject(new AppError('media.missing', 'gone'))
        : Promise.resolve({ content: Buffer.from(`content of ${id}`), mimeType: 'x', fileName: null }),
  } as unknown as MediaVault;
  const content = (format: ExportFormat, transcripts: readonly Transcript[], options: Partial<RenderOptions> = {}) => {
    const onLeftOut = (): void => void (leftOut += 1);
    const tools = { vault, folder, signal: new AbortController().signal, onLeftOut } as unknown as ContentTools;
    return contentOf(format, transcripts, newRenderOptions(options), tools);
  };

  async function unzip(stream: Readable): Promise<Map<string, string>> {
    const path = join(folder, 'x.zip');
    await pipeline(stream, createWriteStream(path));
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    const files = new Map<string, string>();
    for await (const entry of zip.eachEntry()) {
      const pieces: Buffer[] = [];
      for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
      files.set(entry.fileName, Buffer.concat(pieces).toString());
    }
    zip.close();
    return files;
  }

  it.each([
    ['json', 1, 'WhatsApp Chat with Ana (20260105-120000000).json'],
    ['json', 2, 'WhatsApp chats (20260105-120000000).json'],
    ['html', 2, 'WhatsApp chats (20260105-120000000).html'],
    ['csv', 1, 'WhatsApp Chat with Ana (20260105-120000000).csv'],
    ['csv', 2, 'WhatsApp chats (20260105-120000000).zip'],
    ['txt', 1, 'WhatsApp Chat with Ana (20260105-120000000).txt'],
    ['txt', 2, 'WhatsApp chats (20260105-120000000).zip'],
  ] as const)('%s of %i chats is %s', async (format, count, fileName) => {
    const transcripts = Array.from({ length: count }, () => newTranscript([newExportMessage()]));
    const made = await content(format, transcripts);
    expect(made.fileName).toBe(fileName);
    made.stream.destroy();
  });

  it('puts a file a chat into a ZIP, each under a name of its own that leads nowhere', async () => {
    const names = ['Ana', 'ana', '../../etc', 'a/b\\c', '\u202egnp', ''];
    const transcripts = names.map((name) => newTranscript([newExportMessage({ text: `of ${name}` })], { name }));
    const files = await unzip((await content('txt', transcripts)).stream);
    expect([...files.keys()]).toEqual([
      'WhatsApp Chat with Ana.txt',
      'WhatsApp Chat with ana (2).txt',
      'WhatsApp Chat with _.._etc.txt',
      'WhatsApp Chat with a_b_c.txt',
      'WhatsApp Chat with gnp.txt',
      'WhatsApp Chat with somebody.txt',
    ]);
    expect(files.get('WhatsApp Chat with a_b_c.txt')).toContain('of a/b\\c');
  });

  it('brings the media along, but for what is gone, under the names that the document says', async () => {
    const media = { state: 'stored', reason: null, mimeType: 'x', size: 3, fileName: '../Report.pdf' } as const;
    const at = (end: string): ExportMessage =>
      newExportMessage({ id: `01a1feb7-72cb-72e5-b50b-ab2bd2e9a46${end}`, kind: 'document', text: '', media });
    const messages = [at('1'), at('2'), at('f'), newExportMessage({ media: { ...media, state: 'failed' } })];
    const { stream, fileName, mediaType } = await content('html', [newTranscript(messages)], { withMedia: true });
    expect([fileName, mediaType]).toEqual(['WhatsApp Chat with Ana (20260105-120000000).zip', 'application/zip']);
    const files = await unzip(stream);
    expect([...files.keys()]).toEqual([
      'WhatsApp Chat with Ana.html',
      'media/ab2bd2e9a461-Report.pdf',
      'media/ab2bd2e9a462-Report.pdf',
    ]);
    expect(files.get('WhatsApp Chat with Ana.html')).toContain('ab2bd2e9a461-Report.pdf');
    expect(leftOut).toBe(1);
  });

  it.each(FORMATS)('reads no further ahead than what is taken (%s, alone and in a ZIP)', async (format) => {
    for (const withMedia of [false, true]) {
      const endless = endlessTranscript();
      const { stream } = await content(format, [endless.transcript], { withMedia });
      await once(stream, 'readable');
      // It has no end: only what holds it back brings it to a standstill, sooner or later.
      let before = -1;
      for (let look = 0; look < 50 && endless.pages() !== before; look += 1) {
        before = endless.pages();
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      expect(endless.pages()).toBe(before);
      stream.destroy();
    }
  });

  it.each(FORMATS)('takes no more memory for more messages (%s)', async (format) => {
    const pages = 150;
    let count = 0;
    const { stream } = await content(format, [endlessTranscript(pages).transcript]);
    const heap: number[] = [];
    stream.on('data', () => (count += 1) % 10 === 0 && heap.push(process.memoryUsage().heapUsed));
    await once(stream, 'end');
    // 30,000 messages are more than 60 MB of text: what is held is some pages.
    expect(Math.max(...heap) - Math.min(...heap)).toBeLessThan(100 * 1_048_576);
    expect(count).toBeGreaterThanOrEqual(pages);
  });

  it.each(FORMATS)('fails when a chat cannot be read to its end (%s, alone and in a ZIP)', async (format) => {
    for (const withMedia of [false, true]) {
      const broken: Transcript = {
        ...newTranscript([]),
        async *read() {
          yield await Promise.resolve(PAGE);
          throw new Error('the database is gone');
        },
      };
      const { stream } = await content(format, [broken], { withMedia });
      await expect(pipeline(stream, createWriteStream('/dev/null'))).rejects.toThrow('the database is gone');
    }
  });

  function endlessTranscript(limit = Number.POSITIVE_INFINITY) {
    let pages = 0;
    const transcript: Transcript = {
      ...newTranscript([]),
      async *read() {
        while (pages < limit) {
          pages += 1;
          yield await Promise.resolve(PAGE);
        }
      },
    };
    return { transcript, pages: () => pages };
  }
});
