import { ANA, newExportMessage, newRenderOptions, newTranscript, rendered } from '../../testing/new-export-message.js';
import { renderCsv } from './render-csv.js';
import { renderHtml } from './render-html.js';
import { renderJson } from './render-json.js';
import type { ExportMessage } from './transcript.js';

const html = (messages: readonly ExportMessage[], options = {}) =>
  rendered(renderHtml([newTranscript(messages)], newRenderOptions(options)));
const csv = (messages: readonly ExportMessage[], options = {}) =>
  rendered(renderCsv(newTranscript(messages), newRenderOptions(options)));

describe('renderJson', () => {
  it('is the documented shape, whatever stands in the texts', async () => {
    const media = {
      state: 'stored',
      reason: null,
      mimeType: 'application/pdf',
      size: 3,
      fileName: '../a"b.pdf',
    } as const;
    const reaction = { emoji: '👍🏽', senderId: 'x', senderName: 'Bob', fromMe: false, at: new Date(0) };
    const messages = [
      newExportMessage({ text: '"]}\n\u2028</script>', reactions: [reaction] }),
      newExportMessage({ kind: 'document', text: null, media }),
      newExportMessage({ author: 'owner' }),
      newExportMessage(),
    ];
    const text = await rendered(renderJson([newTranscript(messages), newTranscript([])], newRenderOptions()));
    const read = JSON.parse(text) as { chats: { messages: unknown[] }[] };
    expect(read).toMatchObject({
      ...{ format: 'secretary.export', version: 1, zone: 'UTC', me: 'Me', from: null, to: null },
      exported_at: '2026-01-05T12:00:00.000Z',
      chats: [
        { id: ANA.id, external_id: ANA.externalId, kind: 'direct', name: 'Ana', message_count: 4 },
        { message_count: 0, messages: [] },
      ],
    });
    expect(read.chats[0]!.messages[0]).toEqual({
      ...{ id: messages[0]!.id, external_id: messages[0]!.externalId, author: 'contact', kind: 'text' },
      ...{ sender_id: messages[0]!.senderId, sender_name: 'Ana', sender_phone: '+34600000001' },
      ...{ text: '"]}\n\u2028</script>', sent_at: '2024-12-31T23:59:58.000Z', edited_at: null, deleted_at: null },
      ...{ quoted_id: null, ack: null, sentiment: null, category: null, tags: [], media: null },
      reactions: [{ emoji: '👍🏽', sender_id: 'x', sender_name: 'Bob', from_me: false, at: '1970-01-01T00:00:00.000Z' }],
    });
    expect(read.chats[0]!.messages[1]).toMatchObject({ media: { name: 'a_b.pdf', size: 3, state: 'stored' } });
  });
});

describe('renderCsv', () => {
  it.each([
    ['=1+1', `,'=1+1,`],
    ['+1', `,'+1,`],
    ['-1', `,'-1,`],
    ['@SUM(A1)', `,'@SUM(A1),`],
    ['\t=1', `,'\t=1,`],
    ['\r=1', `,"'\r=1",`],
    ['＝1', `,'＝1,`],
    ['a=1', ',a=1,'],
    ['=HYPERLINK("http://x","y")', `,"'=HYPERLINK(""http://x"",""y"")",`],
    ['a "b", c\nd', ',"a ""b"", c\nd",'],
  ])('makes no formula of %j', async (text, cell) => {
    expect(await csv([newExportMessage({ text })])).toContain(cell);
  });

  it('guards names as well, begins with a mark when asked to, and has one line a message', async () => {
    const messages = Array.from({ length: 7 }, () => newExportMessage({ senderName: '=cmd|x' }));
    const text = await csv(messages, { bom: true });
    expect(text.startsWith('\ufeffchat_id,')).toBe(true);
    expect(text).not.toMatch(/,=/);
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(9);
    expect(new Set(lines.slice(0, 8).map((line) => line.split(',').length)).size).toBe(1);
    expect((await csv([])).startsWith('chat_id,')).toBe(true);
  });
});

describe('renderHtml', () => {
  it.each([
    ['<script>alert(1)</script>'],
    ['<img src=x onerror=alert(1)>'],
    ['"><svg onload=alert(1)>'],
    ["'><a href='javascript:alert(1)'>"],
    ['</p></article></section></body></html><script>x</script>'],
    ['&lt;script&gt;'],
  ])('shows %j as text, wherever it stands', async (text) => {
    const media = { state: 'stored', reason: null, mimeType: 'x', size: 3, fileName: text } as const;
    const reaction = { emoji: text, senderId: 'x', senderName: text, fromMe: false, at: new Date(0) };
    const first = newExportMessage({ text, senderName: text, media, reactions: [reaction] });
    const page = await rendered(
      renderHtml(
        [newTranscript([first, newExportMessage({ quotedId: first.externalId })], { name: text, externalId: text })],
        newRenderOptions({ me: text }),
      ),
    );
    const tags = new Set(page.match(/<\/?[a-z0-9]+/gi)?.map((tag) => tag.replace(/[</]/g, '')));
    const own = [
      'html',
      'head',
      'meta',
      'title',
      'style',
      'body',
      'section',
      'h1',
      'h2',
      'p',
      'article',
      'div',
      'bdi',
      'span',
      'time',
    ];
    expect([...tags].filter((tag) => !own.includes(tag))).toEqual([]);
    expect(page).not.toMatch(/<[^>]*\son\w+=|<[^>]*\s(?:src|href)=/i);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('separates days of the zone, and shows what was quoted, deleted, edited and sent along', async () => {
    const first = newExportMessage({ text: 'first' });
    const page = await html(
      [
        first,
        newExportMessage({ author: 'owner', text: 'second', quotedId: first.externalId, editedAt: new Date() }),
        newExportMessage({ text: null, revokedAt: new Date() }),
        newExportMessage({ text: 'other', quotedId: 'unknown', sentAt: new Date('2025-01-02T00:00:00Z') }),
        newExportMessage({ author: 'system', kind: 'system', text: 'Ana left' }),
      ],
      { zone: 'Europe/Madrid' },
    );
    expect(page.match(/<h2>.*<\/h2>/g)).toEqual(['<h2>2025-01-01</h2>', '<h2>2025-01-02</h2>', '<h2>2025-01-01</h2>']);
    expect(page).toContain('<div class="quote" dir="auto"><bdi>Ana</bdi>: <bdi>first</bdi></div>');
    expect(page).toContain('<p class="gone">deleted</p>');
    expect(page).toContain('edited · <time datetime="2024-12-31T23:59:58.000Z">00:59</time>');
    expect(page).toContain('<article class="notice">');
  });

  it('tells the assistant from the owner', async () => {
    const page = await html([newExportMessage({ author: 'owner' }), newExportMessage({ author: 'assistant' })], {});
    expect(page.match(/<article class="[^"]*">/g)).toEqual(['<article class="me">', '<article class="me assistant">']);
    expect(page.match(/<span class="by">assistant<\/span>/g)).toHaveLength(1);
  });
});
