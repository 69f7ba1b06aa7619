import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { hasChromium, hasPdfTools } from '#testing';

import { ExportStage } from '../../testing/export-stage.js';
import { newExportMessage, newRenderOptions, newTranscript } from '../../testing/new-export-message.js';
import { printParts } from './pdf-parts.js';
import { PdfPrinter } from './pdf-printer.service.js';

const ANA = '34600000001@c.us';
const PEOPLE_WRITE = [
  ...['مرحبا بالعالم', '你好，世界', 'こんにちは', '안녕하세요', 'נמאס', 'नमस्ते', 'Привет', 'สวัสดี'],
  ...['😂', '👍🏽', '👩‍👩‍👧', '<script>document.title</script>'],
];
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

// Where there are no fonts or no browser, the set-up says so, and fails in CI.
const describeWithTools = hasChromium() && hasPdfTools() ? describe : describe.skip;

describeWithTools('an export to PDF', () => {
  let stage: ExportStage;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pdf-test-'));
    stage = await ExportStage.open();
    await stage.chat(
      ANA,
      'Ana مريم',
      PEOPLE_WRITE.map((text) => ({ text })),
    );
  });

  afterAll(async () => {
    await stage.close();
    await rm(folder, { recursive: true });
  });

  it('has all that was written, in fonts of its own, and leaves nothing unsealed behind', async () => {
    const path = join(folder, 'chat.pdf');
    await writeFile(path, await stage.file({ chat_ids: [ANA], format: 'pdf' }));
    const words = textOf(path);
    for (const text of PEOPLE_WRITE) expect(words).toContain(text);
    // A line for each font; whether it is in the file is the fifth word from the right, or the sixth of what has a name.
    const fonts = execFileSync('pdffonts', [path]).toString().split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(5);
    expect(fonts.filter((font) => !/ yes (?:yes|no) +(?:yes|no) +\d+ +\d+$/.test(font))).toEqual([]);
    expect(fonts.some((font) => font.includes('NotoSans'))).toBe(true);
    const left = await readdir(join(stage.folder, 'exports'), { recursive: true });
    expect(left.filter((name) => /pdf|html|browser|scratch|part/.test(name))).toEqual([]);
  });

  it('of a long chat is several documents in a ZIP', async () => {
    const printer = new PdfPrinter({ chromiumPath: process.env.TEST_CHROMIUM_PATH } as never);
    const messages = Array.from({ length: 7 }, (_, place) => newExportMessage({ text: `number ${place}` }));
    const tools = { printer, folder, signal: new AbortController().signal, messagesAPart: 3 };
    const paths = await printParts([newTranscript(messages)], newRenderOptions(), tools);
    expect(paths.map((path) => textOf(path).match(/number \d/g))).toEqual([
      ['number 0', 'number 1', 'number 2'],
      ['number 3', 'number 4', 'number 5'],
      ['number 6'],
    ]);
  });

  it('ends its browser when it is stopped', async () => {
    const printer = new PdfPrinter({ chromiumPath: process.env.TEST_CHROMIUM_PATH } as never);
    const stopping = new AbortController();
    const page = join(folder, 'page.html');
    await writeFile(page, '<p>x');
    const printing = printer.print(page, join(folder, 'never.pdf'), stopping.signal);
    stopping.abort(new Error('stopped'));
    await expect(printing).rejects.toThrow('stopped');
  });
});

describe('an export to PDF without a browser', () => {
  let stage: ExportStage;

  beforeAll(async () => {
    stage = await ExportStage.open({ CHROMIUM_PATH: '/nonexistent/chromium' });
    await stage.chat(ANA, 'Ana', [{ text: 'hi' }]);
  });

  afterAll(() => stage.close());

  it('says what to do, once', async () => {
    const { task, exportId } = await stage.run({ chat_ids: [ANA], format: 'pdf' });
    expect(task).toMatchObject({
      status: 'failed',
      error: { code: 'export.no-browser', message: expect.stringContaining('apt-get install chromium') as string },
    });
    const response = await stage.download(exportId);
    expect([response.status, await response.text()]).toEqual([409, expect.stringContaining('apt-get install')]);
    expect(await stage.filesLeft()).toEqual([]);
  });
});

function textOf(path: string): string {
  return execFileSync('pdftotext', [path, '-']).toString().replace(MARKS, '');
}
