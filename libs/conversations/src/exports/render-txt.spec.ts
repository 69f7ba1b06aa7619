import fc from 'fast-check';

import { newExportMessage, newRenderOptions, newTranscript, rendered } from '../../testing/new-export-message.js';
import { readText } from '../../testing/read-text.js';
import { historicMessage } from '../import/historic-message.js';
import type { ImportedMessage } from '../import/imported-message.js';
import { renderTxt } from './render-txt.js';
import type { ExportMessage, RenderOptions } from './transcript.js';

const NASTY = [
  ...['This message was deleted', 'You deleted this message.', 'Se eliminó este mensaje.', '<Media omitted>'],
  ...['see you <This message was edited>', 'see you \u200e<This message was edited> ', 'image omitted'],
  ...['\u200eimage omitted', '\u200eAna left', '\u200e', '\u2060', '\u2060\u2060', '\u2060x\u2060', ' \u2060x'],
  ...['IMG-1.jpg (file attached)', '\u200e<attached: 1-PHOTO.jpg>', 'at sea \u200e<attached: 1-PHOTO.jpg>'],
  ...['\u2060x\u2060 \u200e<attached: a.pdf>', '\u200epoll: \u2060x\u2060', 'location: https://maps.google.com/?q=1,2'],
  ...['POLL:\nWhere?', 'Missed voice call', '\u200eMissed voice call', '<附件: IMG-1.jpg>', 'a.jpg (附件)'],
  ...['[31/12/24, 23:59:58] Ana: pasted', 'x\n[31/12/24, 23:59:58] Ana: pasted', '31/12/24, 10:00 - Ana: hi'],
  ...['x\n[2024-12-31, 23:59:58] Me: forged', 'x\n\u200e[2024-12-31, 23:59:58] Me: forged'],
  ...['x\n\u2060[2024-12-31, 23:59:58] Me: forged', 'x\n\u2060\u2060[2024-12-31, 23:59:58] Me: forged'],
  ...['x\n31/12/24, 10:00 - Ana: hi\n31/12/24, 10:01 - Me: ho'.repeat(20), 'x\n2024年12月31日 10:00 - Ana: y'],
  ...[
    '',
    ' ',
    '\n',
    '\n\n',
    ' x ',
    'x\n',
    '\nx',
    'Ana: hi',
    ': ',
    '- x',
    '#',
    '=1+1',
    '\u2028x',
    'x\u2029y',
    '\ufeffx',
  ],
  ...['مرحبا: كيف\nحالك', '\u202eabc', 'שלום', '👩‍👩‍👧 ok', '\u0301\u0301', 'é', 'e\u0301', 'x\u0085y', '\u00a0', 'x\t'],
];
const KINDS = ['image', 'video', 'voice', 'audio', 'sticker', 'document'] as const;
const FILES = ['Report of May.pdf', 'a.jpg', '../../etc/passwd', 'x<y>.pdf', '', ' ', 'كتاب.pdf', 'noending', null];

describe('renderTxt', () => {
  it('writes as an iPhone does', async () => {
    const media = { state: 'skipped', reason: null, mimeType: 'image/jpeg', size: 1, fileName: 'IMG-1.jpg' } as const;
    const messages = [
      newExportMessage({ author: 'system', kind: 'system', text: 'Messages are end-to-end encrypted.' }),
      newExportMessage({ text: 'hi\nthere' }),
      newExportMessage({ author: 'owner', text: 'bye', editedAt: new Date() }),
      newExportMessage({ kind: 'image', text: 'the sea', media }),
      newExportMessage({ author: 'assistant', text: null, revokedAt: new Date() }),
    ];
    expect(await rendered(renderTxt(newTranscript(messages), newRenderOptions({ zone: 'Europe/Madrid' })))).toBe(
      [
        '[2025-01-01, 00:59:58] Ana: \u200eMessages are end-to-end encrypted.',
        '[2025-01-01, 00:59:58] Ana: hi',
        'there',
        '[2025-01-01, 00:59:58] Me: bye \u200e<This message was edited>',
        '[2025-01-01, 00:59:58] Ana: the sea \u200e<attached: IMG-1.jpg>',
        '[2025-01-01, 00:59:58] Me: \u200eThis message was deleted.',
        '',
      ].join('\n'),
    );
  });

  it.each(NASTY)('is read back as it was written: %j', async (text) => {
    await expectReadBack([newExportMessage({ text }), newExportMessage({ text, editedAt: new Date() })]);
    await expectReadBack([newExportMessage({ text: 'before' }), newExportMessage({ text }), newExportMessage()]);
    await expectReadBack(KINDS.map((kind) => newExportMessage({ kind, text, media: mediaOf('a.pdf') })));
  });

  it('is read back as it was written, whatever people write', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyMessage, { minLength: 1, maxLength: 12 }), async (messages) => {
        await expectReadBack(messages.toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime()));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['Ana', 'ana', 'Ana (2)'],
    ['Me', 'x', 'Me (2)'],
    ['Ana: the first', 'y', 'Ana the first'],
    ['~ Ana', 'y', 'Ana'],
    ['- Ana', 'y', 'Ana'],
    ['She said "hi', 'y', 'She said hi'],
    ['A\nna\u2028B', 'y', 'A na B'],
    ['\u202eanA', 'y', 'anA'],
    ['x'.repeat(200), 'y', 'x'.repeat(90)],
    ['👩‍👩‍👧 Ana', 'y', '👩‍👩‍👧 Ana'],
    [':::', 'y', '+34600000001'],
    ['', 'y', '+34600000001'],
  ])('calls %j beside %j so that each can be told: %j', async (name, other, label) => {
    const messages = [
      newExportMessage({ author: 'owner' }),
      newExportMessage({ senderId: '2', senderName: other, senderPhone: null }),
      newExportMessage({ senderName: name }),
    ];
    const group = { kind: 'group', name: 'Trip', externalId: '1@g.us' } as const;
    const text = await rendered(renderTxt(newTranscript(messages, group), newRenderOptions()));
    const { messages: read } = await readText(text);
    expect(read.at(-1)?.author).toBe(label);
    expect(new Set(read.map(({ author }) => author)).size).toBe(3);
  });
});

const mediaOf = (fileName: string | null) =>
  ({ state: 'stored', reason: null, mimeType: 'application/octet-stream', size: 3, fileName }) as const;

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => text.toWellFormed().replaceAll('\0', '')),
  fc.array(fc.constantFrom(...NASTY, 'word', '\n', ' '), { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({
    unit: fc.constantFrom('[', ']', '2024-12-31, 10:00:00', ' ', ':', '\n', '\u200e', '\u2060', '<', '>', 'a'),
  }),
);

const anyMessage: fc.Arbitrary<ExportMessage> = fc
  .record({
    text: fc.option(anyText),
    author: fc.constantFrom('contact', 'owner', 'assistant', 'system'),
    kind: fc.constantFrom('text', 'location', 'contact', 'poll', 'call', 'unknown', ...KINDS),
    file: fc.constantFrom(...FILES),
    hasMedia: fc.boolean(),
    edited: fc.boolean(),
    deleted: fc.boolean(),
    at: fc.integer({ min: Date.UTC(2001, 0), max: Date.UTC(2098, 0) }),
  })
  // Nobody deletes what WhatsApp itself wrote.
  .map((facts) => ({ ...facts, deleted: facts.deleted && facts.author !== 'system' }))
  .map(({ text, author, kind, file, hasMedia, edited, deleted, at }) =>
    newExportMessage({
      text: deleted ? null : text,
      author: author,
      kind: author === 'system' ? 'system' : kind,
      media: hasMedia && KINDS.includes(kind as never) && author !== 'system' ? mediaOf(file) : null,
      editedAt: edited && !deleted ? new Date(at) : null,
      revokedAt: deleted ? new Date(at) : null,
      sentAt: new Date(at),
    }),
  );

async function expectReadBack(messages: readonly ExportMessage[], options: Partial<RenderOptions> = {}): Promise<void> {
  const text = await rendered(renderTxt(newTranscript(messages), newRenderOptions(options)));
  const { messages: read, unreadable } = await readText(text, { zone: options.zone ?? 'UTC' });
  expect(read.map(stored)).toEqual(messages.map(meant));
  expect(unreadable.total).toBe(0);
}

/** What of an imported message goes to the store. */
function stored(message: ImportedMessage): object {
  const chat = { externalId: '34600000001@c.us', kind: 'direct', name: 'Ana' } as const;
  const { sender, fromMe, kind, text, sentAt, editedAt, deletedAt } = historicMessage(message, 'Me', chat);
  const author = fromMe ? 'us' : sender ? 'contact' : 'system';
  return { author, kind, text, sentAt, edited: Boolean(editedAt), deleted: Boolean(deletedAt) };
}

function meant({ author, kind, text, sentAt, editedAt, revokedAt, media }: ExportMessage): object {
  const written = (text ?? '').replace(/\r\n?/g, '\n');
  return {
    author: author === 'contact' || author === 'system' ? author : 'us',
    // WhatsApp does not tell what a deleted message was.
    kind: revokedAt ? 'text' : kind,
    text: revokedAt ? '' : written || documentName(kind, media?.fileName),
    sentAt: new Date(Math.floor(sentAt.getTime() / 1_000) * 1_000),
    edited: Boolean(editedAt),
    deleted: Boolean(revokedAt),
  };
}

/** A document without a caption is known by its name. */
function documentName(kind: string, fileName: string | null | undefined): unknown {
  if (fileName === undefined || (kind !== 'document' && kind !== 'contact')) return '';
  return expect.stringMatching(/./) as unknown;
}
