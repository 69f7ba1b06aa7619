import fc from 'fast-check';

import { readText } from '../../testing/read-text.js';
import type { ExportLine } from './export-line.js';
import { readMessages } from './read-messages.js';
import { UnreadableLines } from './unreadable-lines.js';

const LAST_SECOND = '2024-12-31T23:59:58.000Z';
const LAST_MINUTE = '2024-12-31T23:59:00.000Z';

describe('readMessages', () => {
  it.each([
    ['iPhone, 24 h', '[31/12/24, 23:59:58] Ana: hi', LAST_SECOND],
    ['iPhone with a mark before the bracket', '\u200e[31/12/24, 23:59:58] Ana: hi', LAST_SECOND],
    ['iPhone, 12 h, narrow no-break space', '[12/31/24, 11:59:58\u202fPM] Ana: hi', LAST_SECOND],
    ['iPhone, lower-case pm', '[31/12/24, 11:59:58 pm] Ana: hi', LAST_SECOND],
    ['iPhone, Spanish p. m.', '[31/12/24, 11:59:58\u202fp.\u00a0m.] Ana: hi', LAST_SECOND],
    ['iPhone, German', '[31.12.24, 23:59:58] Ana: hi', LAST_SECOND],
    ['iPhone, Swedish', '[2024-12-31, 23:59:58] Ana: hi', LAST_SECOND],
    ['iPhone, Italian dots in the time', '[31/12/24, 23.59.58] Ana: hi', LAST_SECOND],
    ['Android, US', '12/31/24, 11:59 PM - Ana: hi', LAST_MINUTE],
    ['Android, US, narrow no-break space', '12/31/24, 11:59\u202fPM - Ana: hi', LAST_MINUTE],
    ['Android, 24 h', '31/12/2024, 23:59 - Ana: hi', LAST_MINUTE],
    ['Android, Spanish', '31/12/24, 11:59 p. m. - Ana: hi', LAST_MINUTE],
    ['Android, no comma', '31/12/24 23:59 - Ana: hi', LAST_MINUTE],
    ['Android, French', '31/12/2024 à 23:59 - Ana: hi', LAST_MINUTE],
    ['Android, German', '31.12.24, 23:59 - Ana: hi', LAST_MINUTE],
    ['Android, Dutch dashes', '31-12-2024 23:59 - Ana: hi', LAST_MINUTE],
    ['Android, year first', '2024/12/31, 23:59 - Ana: hi', LAST_MINUTE],
    ['old iPhone', '31/12/24, 23:59:58: Ana: hi', LAST_SECOND],
    ['midnight in 12 h', '12/31/24, 12:05 AM - Ana: hi', '2024-12-31T00:05:00.000Z'],
    ['noon in 12 h', '12/31/24, 12:05 PM - Ana: hi', '2024-12-31T12:05:00.000Z'],
  ])('reads %s', async (_, line, sentAt) => {
    const { messages, unreadable } = await readText(line);
    expect(messages).toMatchObject([{ index: 0, author: 'Ana', text: 'hi', kind: 'text', edited: false }]);
    expect(messages[0]!.sentAt.toISOString()).toBe(sentAt);
    expect(unreadable.total).toBe(0);
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('keeps the lines of a message together (%s)', async (_, end) => {
    const text = ['31/12/24, 10:00 - Ana: one', '', '- two: three', '31/12/24, 10:01 - Me: four'].join(end);
    for (const pieceBytes of [1, 7, 65_536]) {
      const { messages } = await readText(text, { pieceBytes });
      expect(messages.map(({ text }) => text)).toEqual(['one\n\n- two: three', 'four']);
    }
  });

  it('drops a byte order mark and NUL, and keeps emoji whole across pieces', async () => {
    const { messages } = await readText('\ufeff31/12/24, 10:00 - A\u0000na: 👩‍👩‍👧 o\u0000k', { pieceBytes: 1 });
    expect(messages).toMatchObject([{ author: 'Ana', text: '👩‍👩‍👧 ok' }]);
  });

  it('turns the bytes of a lone surrogate into U+FFFD', async () => {
    const bytes = Buffer.concat([
      Buffer.from('31/12/24, 10:00 - Ana: a'),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from('b'),
    ]);
    const [message] = (await readText(bytes)).messages;
    expect(message!.text).toMatch(/^a\ufffd+b$/);
    expect(message!.text.isWellFormed()).toBe(true);
  });

  it('takes a message that was pasted into a message for text', async () => {
    const text =
      '31/12/24, 10:00 - Ana: she wrote\n[30/12/24, 09:00:00] Bob: hello\n1/2/24 I met her at 10:30 - nice\n31/12/24, 10:01 - Me: ok';
    const { messages, unreadable } = await readText(text);
    expect(messages.map(({ author }) => author)).toEqual(['Ana', 'Me']);
    expect(messages[0]!.text).toBe('she wrote\n[30/12/24, 09:00:00] Bob: hello\n1/2/24 I met her at 10:30 - nice');
    expect(unreadable.lines.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('is not misled when more is pasted than was written', async () => {
    const pasted = '[30/12/24, 09:00:00] Bob: hello\n'.repeat(5);
    const { messages } = await readText(`31/12/24, 10:00 - Ana: see\n${pasted}31/12/24, 10:01 - Me: ok`);
    expect(messages.map(({ author }) => author)).toEqual(['Ana', 'Me']);
  });

  it.each([['[31/12/24, 10:00 - Ana: hi'], ['31/12/24, 10:00:00] Ana: hi'], ['31/12/24, 下午3:05 - Ana: hi']])(
    'does not guess at %j',
    async (line) => {
      expect((await readText(line)).messages).toEqual([]);
    },
  );

  it('says which lines it could not read, never what they say', async () => {
    const text = [
      'canary: saved by some app',
      '31/12/24, 10:00 - Ana: hi',
      '31/31/24, 10:01 - Ana: canary',
      'canary, second line',
      '31/12/24, 25:01 - Ana: canary',
      '30/12/24, 10:02 - Me: bye',
    ].join('\n');
    const { messages, unreadable } = await readText(text);
    expect(messages.map(({ text }) => text)).toEqual(['hi', 'bye']);
    expect(unreadable).toEqual({
      total: 4,
      lines: [
        { line: 1, reason: 'stands before the first message' },
        { line: 3, reason: 'its date or time does not exist in the date order of this file' },
        { line: 4, reason: 'belongs to a message that could not be read' },
        { line: 5, reason: 'its date or time does not exist in the date order of this file' },
      ],
    });
    expect(JSON.stringify(unreadable)).not.toContain('canary');
  });

  it('names a thousand unreadable lines at most, and counts all', async () => {
    const { unreadable } = await readText(`${'junk\n'.repeat(1_500)}31/12/24, 10:00 - Ana: hi`);
    expect(unreadable.total).toBe(1_500);
    expect(unreadable.lines).toHaveLength(1_000);
  });

  it('cuts a line that never ends', async () => {
    const { messages, unreadable } = await readText(
      `31/12/24, 10:00 - Ana: ${'x'.repeat(3_000_000)}\n31/12/24, 10:01 - Me: ok`,
    );
    expect(messages.map(({ text }) => text.length)).toEqual([1_048_576 - '31/12/24, 10:00 - Ana: '.length, 2]);
    expect(unreadable.lines).toEqual([{ line: 1, reason: 'is too long: its end is left out' }]);
  });

  it('reads no further ahead than one chunk, so that memory does not grow with the file', async () => {
    let lines = 0;
    const endless = async function* (): AsyncGenerator<readonly ExportLine[]> {
      for (;;) yield await Promise.resolve([{ number: ++lines, text: '31/12/24, 10:00 - Ana: hi', cut: false }]);
    };
    const layout = { shape: '-/', order: 'dmy', guessed: false } as const;
    let chunks = 0;
    for await (const chunk of readMessages(endless(), { layout, zone: 'UTC' }, new UnreadableLines())) {
      chunks += 1;
      expect(chunk.length).toBeLessThanOrEqual(2_000);
      expect(lines).toBeLessThanOrEqual(chunks * 2_001);
      if (chunks === 5) break;
    }
  });

  it('gives the same messages however the file is cut into chunks and pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        exportText,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 200 }),
        async (text, chunkLines, pieceBytes) => {
          expect(await readText(text, { chunkLines, pieceBytes })).toEqual(await readText(text));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gives a longer export of the same chat the same ids, and every message another', async () => {
    await fc.assert(
      fc.asyncProperty(exportText, exportText, async (text, later) => {
        const short = (await readText(text)).messages;
        const long = (await readText(`${text}\n${later}`)).messages;
        const ids = long.map(({ externalId }) => externalId);
        const allButLast = short.slice(0, -1).map(({ externalId }) => externalId);
        expect(ids.slice(0, allButLast.length)).toEqual(allButLast);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 200 },
    );
  });
});

const words = fc.constantFrom(
  'ok',
  'hi: there',
  '31/12/24 at 10:30',
  '[31/12/24, 10:00:00] Bob: x',
  '',
  '⁠marked',
  '👍🏽',
  'ok',
);
const message = fc
  .tuple(
    fc.integer({ min: 13, max: 28 }),
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom('Ana: ', 'Me: ', ''),
    fc.array(words, { minLength: 1, maxLength: 4 }),
  )
  .map(([day, minute, author, lines]) => `${day}/12/24, 10:0${minute} - ${author}${lines.join('\n')}x`);
const exportText = fc.array(message, { minLength: 1, maxLength: 40 }).map((messages) => messages.join('\n'));
