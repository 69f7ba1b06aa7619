import { waitFor } from '#testing';
import { sendFailed, WhatsAppConnector } from '#whatsapp';

import { OutboxStage } from '../../testing/outbox-stage.js';
import { LONGEST_TEXT } from './split-text.js';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const MINUTE_MS = 60_000;

describe('what the operator can do', () => {
  let stage: OutboxStage;

  beforeAll(async () => {
    stage = await OutboxStage.open();
  });

  beforeEach(() => stage.clear());
  afterAll(() => stage.close());

  async function post(
    path: string,
    body: object,
    key?: string,
  ): Promise<{ status: number; code?: string; id: string }> {
    const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
    const response = await stage.app.request(path, { method: 'POST', body: JSON.stringify(body), headers });
    const text = await response.text();
    return { status: response.status, ...(text === '' ? { id: '' } : (JSON.parse(text) as { id: string })) };
  }

  const write = (chat: string, body: object, key?: string) =>
    post(`/api/conversations/chats/${chat}/messages`, body, key);

  describe('with the switch of an account', () => {
    const change = async (stopped: boolean): Promise<unknown> => {
      const path = `/api/whatsapp/accounts/${stage.owner.accountId}/sending`;
      const response = await stage.app.request(path, { method: 'PATCH', body: JSON.stringify({ stopped }) });
      return response.json();
    };

    it('stops all sending, keeps what waits, and lets it go on', async () => {
      const chat = await stage.friend();
      const [id = ''] = await stage.queue(chat, ['one', 'two']);
      expect(await change(true)).toMatchObject({ stopped_at: expect.any(String), waiting: 2, pace: null });
      await stage.send();
      expect(await stage.admit(id)).toMatchObject({ kind: 'turned-away' });
      expect(await stage.find(id)).toMatchObject({ state: 'queued', reason: 'stopped' });
      await stage.pass(10 * MINUTE_MS);
      await stage.send();
      expect(stage.port.sent).toEqual([]);
      expect(await change(false)).toMatchObject({ stopped_at: null, waiting: 2 });
      await stage.send();
      expect(stage.port.texts).toEqual(['one', 'two']);
    });

    it('lets nothing past it that was not past it before, in any race', async () => {
      for (let round = 0; round < 10; round += 1) {
        const ids = await stage.queueForMany(20, () => stage.friend());
        const admitting = stage.race(ids, async (id) => (await stage.admit(id)).kind);
        await change(true);
        const [{ count: before } = { count: -1 }] = await stage.rows<{ count: number }>(GATED);
        await admitting;
        const [{ count: after } = { count: -2 }] = await stage.rows<{ count: number }>(GATED);
        expect(after).toBe(before);
        await change(false);
      }
    }, 30_000);

    const GATED = `SELECT count(*)::integer AS count FROM outbox WHERE gated_at IS NOT NULL`;

    it('closes the gate when it cannot be read', async () => {
      const [id = ''] = await stage.queue(await stage.friend(), ['hello']);
      await stage.rows('ALTER TABLE account_pacing RENAME TO account_pacing_gone');
      try {
        await expect(stage.admit(id)).rejects.toThrow();
        expect(await stage.find(id)).toMatchObject({ state: 'queued', attempts: 0 });
      } finally {
        await stage.rows('ALTER TABLE account_pacing_gone RENAME TO account_pacing');
      }
      expect(await stage.admit(id)).toMatchObject({ kind: 'admitted' });
    });

    it('knows no other accounts', async () => {
      const path = '/api/whatsapp/accounts/00000000-0000-7000-8000-000000000000/sending';
      expect((await stage.app.request(path)).status).toBe(404);
      expect((await stage.app.request(path, { method: 'PATCH', body: '{"stopped":true}' })).status).toBe(404);
    });
  });

  describe('beyond text', () => {
    const able = (capabilities: object): void => {
      const connector = stage.part(WhatsAppConnector);
      Object.assign(connector, { capabilities: { ...connector.capabilities, ...capabilities } });
    };

    it('is refused what the connector cannot do', async () => {
      const chat = await stage.friend();
      able({ media: false, templates: false, reactions: false, quotes: false, readMarks: false });
      const refused = { status: 409, code: 'outbox.not-possible' };
      expect(await write(chat, { media: { data: PNG } })).toMatchObject(refused);
      expect(await write(chat, { template: { name: 'hello', language: 'en' } })).toMatchObject(refused);
      expect(await write(chat, { text: 'x', reply_to: 'y' })).toMatchObject(refused);
      expect(await post(`/api/chats/${chat}/messages/x/reaction`, { emoji: '👍' })).toMatchObject(refused);
      expect(await post(`/api/chats/${chat}/read`, {})).toMatchObject(refused);
      expect(await stage.rows('SELECT FROM outbox')).toEqual([]);
    });

    it('takes attachments that no other route would take a body of', async () => {
      able({ media: true });
      const large = Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.alloc(1_500_000)]).toString('base64');
      expect(await write(await stage.friend(), { media: { data: large } })).toMatchObject({ status: 202 });
    });

    it('sends attachments, answers and templates, each once under its key', async () => {
      const chat = await stage.friend();
      able({ media: true, templates: true, quotes: true });
      const [asked] = await stage.rows<{ id: string; external_id: string }>(
        'SELECT id, external_id FROM messages WHERE chat_id = $1',
        [chat],
      );
      const picture = {
        media: { data: PNG, mime_type: 'image/jpeg', file_name: 'dot.png' },
        text: 'a dot',
        reply_to: asked?.id,
      };
      const first = await write(chat, picture, 'picture');
      expect(first.status).toBe(202);
      expect(await write(chat, picture, 'picture')).toEqual(first);
      expect(await write(chat, { ...picture, text: 'another' }, 'picture')).toMatchObject({ status: 409 });
      expect(await write(chat, { ...picture, media: { data: 'AAAA' } }, 'picture')).toMatchObject({ status: 409 });
      expect(await write(chat, { template: { name: 'hello', language: 'en_US', parameters: ['Ana'] } })).toMatchObject({
        status: 202,
      });
      expect(await write(chat, { text: 'so', reply_to: asked?.external_id })).toMatchObject({ status: 202 });
      await stage.send();
      expect(stage.port.sent).toMatchObject([
        {
          content: {
            kind: 'media',
            mimeType: 'image/png',
            caption: 'a dot',
            fileName: 'dot.png',
            data: Buffer.from(PNG, 'base64'),
          },
          quotedId: asked?.external_id,
        },
        { content: { kind: 'template', name: 'hello', language: 'en_US', parameters: ['Ana'] } },
        { content: { kind: 'text', text: 'so' }, quotedId: asked?.external_id },
      ]);
      const list = (await (await stage.app.request('/api/outbox')).json()) as { outbox: object[] };
      expect(list.outbox.at(-1)).toMatchObject({ kind: 'image', text: 'a dot', quoted_id: asked?.external_id });
    });

    it.each([
      ['nothing', {}],
      ['an attachment and a template', { media: { data: PNG }, template: { name: 'a', language: 'en' } }],
      ['a template with a text', { text: 'x', template: { name: 'a', language: 'en' } }],
      ['no bytes', { media: { data: '' } }],
      ['no base64', { media: { data: '%%%' } }],
      ['a type that it is not', { media: { data: PNG, mime_type: 'application/pdf' } }],
      ['no type', { media: { data: PNG, mime_type: 'png' } }],
      ['a caption that is too long', { media: { data: PNG }, text: 'x'.repeat(1_025) }],
      ['a strange language', { template: { name: 'a', language: 'English' } }],
      ['parameters that are none', { template: { name: 'a', language: 'en', parameters: [1] } }],
      ['an attachment that is none', { media: 'x' }],
      ['an attachment with more to it', { media: { data: PNG, url: 'http://127.0.0.1' } }],
      ['ten times the longest text and one more', { text: 'x'.repeat(10 * LONGEST_TEXT + 1) }],
    ])('refuses %s', async (_, body) => {
      able({ media: true, templates: true });
      expect(await write(await stage.friend(), body)).toMatchObject({ status: 400 });
    });

    it('refuses to answer a message of another chat', async () => {
      const [chat, other] = [await stage.friend(), await stage.friend()];
      able({ quotes: true });
      const [theirs] = await stage.rows<{ id: string; external_id: string }>(
        'SELECT id, external_id FROM messages WHERE chat_id = $1',
        [other],
      );
      for (const id of [theirs?.id, theirs?.external_id, 'x']) {
        expect(await write(chat, { text: 'x', reply_to: id })).toMatchObject({
          status: 404,
          code: 'message.not-found',
        });
      }
    });

    it('splits a long text under one key', async () => {
      const chat = await stage.friend();
      const text = 'word '.repeat(LONGEST_TEXT / 2).trim();
      const first = await write(chat, { text }, 'long');
      expect(first.status).toBe(202);
      expect(await write(chat, { text }, 'long')).toEqual(first);
      expect(await write(chat, { text: `${text} more` }, 'long')).toMatchObject({ status: 409 });
      expect(await write(chat, { text: text.slice(0, 100) }, 'long')).toMatchObject({ status: 409 });
      await stage.send();
      expect(stage.port.sent).toHaveLength(3);
      expect(stage.port.texts.join(' ')).toBe(text);
    });

    it('reacts and marks as read, whenever the connector comes round to it, in order', async () => {
      const chat = await stage.friend();
      able({ reactions: true, readMarks: true });
      const [asked] = await stage.rows<{ id: string; external_id: string }>(
        'SELECT id, external_id FROM messages WHERE chat_id = $1',
        [chat],
      );
      const path = `/api/chats/${chat}/messages/${asked?.id ?? ''}/reaction`;
      for (const emoji of ['👍', '❤️', '']) expect(await post(path, { emoji })).toMatchObject({ status: 202 });
      expect(await post(`/api/conversations/chats/${chat}/read`, {})).toMatchObject({ status: 202 });
      expect(await post(path, { emoji: 'nice' })).toMatchObject({ status: 400 });
      expect(await post(`/api/chats/${chat}/messages/nobody/reaction`, { emoji: '👍' })).toMatchObject({ status: 404 });
      let failures = 0;
      stage.port.onGesture = () => ((failures += 1) < 3 ? sendFailed('not now') : undefined);
      for (let round = 0; round < 4; round += 1) {
        await stage.send();
        await stage.pass(MINUTE_MS);
      }
      expect(stage.port.reactions.map(([, id, emoji]) => [id, emoji])).toEqual(
        ['👍', '❤️', ''].map((emoji) => [asked?.external_id, emoji]),
      );
      expect(stage.port.read.at(-1)?.[1]).toEqual([asked?.external_id]);
      expect(await stage.rows('SELECT FROM chat_gestures')).toEqual([]);
    });

    it('lets a reaction go that never succeeds', async () => {
      const chat = await stage.friend();
      able({ readMarks: true });
      await post(`/api/chats/${chat}/read`, {});
      stage.port.onGesture = () => new Error('no');
      await waitFor(
        async () => {
          await stage.send();
          await stage.pass(MINUTE_MS);
          return (await stage.rows('SELECT FROM chat_gestures')).length === 0;
        },
        { what: 'the read mark to be let go' },
      );
      stage.port.onGesture = () => undefined;
    });
  });
});
