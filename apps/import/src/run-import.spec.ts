import { PassThrough } from 'node:stream';

import type { ImportReport } from '#conversations';

import { askDateOrder } from './ask-date-order.js';
import { readImportArguments, type ImportArguments } from './import-arguments.js';
import { ImportRefused } from './import-failure.js';
import type { ImportTask } from './import-client.js';
import { ProgressLine } from './progress-line.js';
import { reportText } from './report-text.js';
import { runImport } from './run-import.js';

const report: ImportReport = {
  chat_id: 'c1',
  messages: 50_000,
  inserted: 49_990,
  known: 10,
  system_lines: 70,
  media: 1_700,
  first_message: '2021-03-04T08:12:05.000Z',
  last_message: '2024-03-04T08:12:05.000Z',
  date_order: 'dmy',
  date_order_guessed: false,
  unreadable: { total: 1, lines: [{ line: 12, reason: 'stands before the first message' }] },
};
const options = { file: 'chat.txt', me: 'Me' };
const running: ImportTask = {
  status: 'running',
  progress_message: '2000 of 50000 messages',
  output_data: null,
  error: null,
};

function clientWith(...tasks: ImportTask[]) {
  return { upload: () => Promise.resolve('t1'), task: () => Promise.resolve(tasks.shift() ?? running) };
}

const never = () => Promise.reject(new Error('the dates are clear'));

describe('npm run import', () => {
  it('waits for the task, shows how far it is, and gives the report', async () => {
    const written: string[] = [];
    const line = new ProgressLine({ isTTY: true, write: (text) => written.push(text) });
    const done: ImportTask = { ...running, status: 'completed', output_data: report };
    expect(await runImport(clientWith(running, running, done), options, line, never, 0)).toBe(report);
    expect(written[0]).toContain('2,000 of 50,000 messages');
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  it('tells why a task failed', async () => {
    const failed: ImportTask = { ...running, status: 'failed', error: { message: 'Export the chat again.' } };
    const line = new ProgressLine({ write: () => fail('there is no terminal') });
    await expect(runImport(clientWith(running, failed), options, line, never, 0)).rejects.toThrow(
      'Export the chat again.',
    );
  });

  it('asks for the order of the dates when the file leaves it open, and uploads again', async () => {
    const uploads: ImportArguments[] = [];
    const client = {
      ...clientWith({ ...running, status: 'completed', output_data: report }),
      upload: (given: ImportArguments) => {
        uploads.push(given);
        if (given.dateOrder) return Promise.resolve('t1');
        return Promise.reject(new ImportRefused({ code: 'import.date-order-open', detail: '', guess: 'dmy' }));
      },
    };
    const line = new ProgressLine({ write: () => true });
    await runImport(client, options, line, (guess) => Promise.resolve(guess === 'dmy' ? 'mdy' : 'dmy'), 0);
    expect(uploads).toEqual([options, { ...options, dateOrder: 'mdy' }]);
  });

  it.each([
    ['nobody', false, '', 'dmy', /look like dmy .*--date-order mdy/s],
    ['Enter', true, '\n', 'dmy', /look like dmy/],
    ['the other', true, 'MDY\n', 'mdy', /mdy the other/],
  ])('says how the dates look, and takes what is answered: %s', async (_, isTTY, typed, order, says) => {
    const output = new PassThrough();
    const input = Object.assign(new PassThrough(), { isTTY });
    input.end(typed);
    expect(await askDateOrder('dmy', { input, output })).toBe(order);
    expect(String(output.read())).toMatch(says);
  });

  it('shows the rate from the second look on', () => {
    const written: string[] = [];
    const line = new ProgressLine({ isTTY: true, write: (text) => written.push(text) });
    line.show('2000 of 50000 messages', 1_000);
    line.show('14000 of 50000 messages', 2_000);
    expect(written[1]).toContain('14,000 of 50,000 messages, 12,000 messages/s');
  });

  it('prints the report with the lines that need a look', () => {
    expect(reportText(report)).toBe(
      [
        '50,000 messages read: 49,990 new, 10 known before.',
        "70 of them are WhatsApp's own lines, 1,700 had media.",
        'From 2021-03-04 to 2024-03-04 (dates read as dmy), in the chat c1.',
        '1 line needs a look:',
        '  line 12 stands before the first message',
      ].join('\n'),
    );
  });

  it.each([[['chat.txt']], [['--me', 'Me']], [['a', 'b', '--me', 'Me']], [['a', '--me', 'Me', '--nonsense']]])(
    'says how to call it instead of taking %j',
    (args) => {
      expect(() => readImportArguments(args)).toThrow(/npm run import/);
    },
  );

  it('reads all of its options', () => {
    const args = [
      'c.zip',
      '--me',
      'Me',
      '--zone',
      'UTC',
      '--chat',
      '+34600000001',
      '--date-order',
      'dmy',
      '--add',
      '--url',
      'http://x',
    ];
    expect(readImportArguments(args)).toEqual({
      file: 'c.zip',
      me: 'Me',
      zone: 'UTC',
      chat: '+34600000001',
      dateOrder: 'dmy',
      add: true,
      url: 'http://x',
    });
  });
});
