import { jest } from '@jest/globals';

import { waitFor } from '#testing';

import { connected } from '../../testing/connected.js';
import type { ListenerLog } from '../../testing/listener-log.js';
import { WebjsHarness } from '../../testing/webjs-harness.js';
import type { StandInMessage } from '../../testing/standin/stand-in-message.js';
import type { IncomingMessage } from '../port/incoming-message.js';
import type { WhatsAppEvent } from '../port/whatsapp-event.js';
import { newMessageId } from '../port/message-id.js';

// Each test starts a browser, some of them several times.
jest.setTimeout(60_000);

const ANA = '+34600000001';
const CHAT = '34600000001@c.us';
const LID = '77777777777777@lid';
const GROUP = '120363000000000009@g.us';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('messages over WhatsApp Web', () => {
  let harness: WebjsHarness;
  let log: ListenerLog;

  beforeAll(async () => {
    harness = await WebjsHarness.open();
    log = await connected(harness);
  });
  afterAll(() => harness.close());

  async function received(message: StandInMessage): Promise<IncomingMessage> {
    const id = await harness.standIn.receive(message);
    return waitFor(() => log.messages.find((one) => one.id === id), { what: 'the message' });
  }

  function heard<T extends WhatsAppEvent['type']>(type: T, id: string) {
    const find = () => log.events.find((event) => event.type === type && 'id' in event && event.id === id);
    return waitFor(find, { what: `the ${type}` }) as Promise<Extract<WhatsAppEvent, { type: T }>>;
  }

  const sendText = (text: string, chatId = CHAT, quotedId?: string) => {
    const id = harness.port.newMessageId();
    return harness.port.send({ id, chatId, quotedId, content: { kind: 'text', text } }).then(() => id);
  };
  const delivery = (id: string, chat = CHAT) => harness.standIn.ledger.deliveries(chat).find((one) => one.id === id);

  describe('in', () => {
    const media = { mimeType: 'image/png', data: PNG };

    it.each<[string, StandInMessage, Partial<IncomingMessage>]>([
      ['a text', { body: 'hi' }, { kind: 'text', text: 'hi' }],
      ['an image, whose caption is its text', { media: { ...media, caption: 'see' } }, { kind: 'image', text: 'see' }],
      [
        'an image without a word',
        { media },
        {
          kind: 'image',
          text: '',
          media: { mimeType: 'image/png', size: PNG.length, viewOnce: false, fileName: undefined },
        },
      ],
      [
        'one to be seen once',
        { media, viewOnce: true },
        { kind: 'image', media: expect.objectContaining({ viewOnce: true }) as never },
      ],
      ['a voice message', { media: { mimeType: 'audio/ogg', data: PNG, voice: true } }, { kind: 'voice' }],
      [
        'a document',
        { media: { mimeType: 'application/pdf', data: PNG, fileName: 'a.pdf' } },
        { kind: 'document', media: expect.objectContaining({ fileName: 'a.pdf' }) as never },
      ],
      ['a sticker', { media: { mimeType: 'image/webp', data: PNG } }, { kind: 'sticker' }],
      [
        'a place',
        { location: { latitude: 40.4, longitude: -3.7, name: 'Sol', address: 'Madrid' } },
        { kind: 'location', text: 'Sol\nMadrid\n40.4, -3.7' },
      ],
      [
        'a poll',
        { poll: { question: 'When?', options: ['Now', 'Later'] } },
        { kind: 'poll', text: 'When?\nNow\nLater' },
      ],
      [
        'a contact',
        { cards: ['BEGIN:VCARD\nFN:Bea\nTEL;type=CELL:+34 600\nEND:VCARD'] },
        { kind: 'contact', text: 'Bea, +34 600' },
      ],
      ['two contacts', { cards: ['FN:Bea\nTEL:1', 'FN:Eva\nTEL:2'] }, { kind: 'contact', text: 'Bea, 1\nEva, 2' }],
      ['a missed call', { type: 'call_log' }, { kind: 'call', text: '' }],
      ['a notice of WhatsApp', { type: 'e2e_notification' }, { kind: 'system', text: '' }],
      ['something unheard of', { type: 'hologram', body: 'binary' }, { kind: 'unknown', text: '' }],
      [
        'a status',
        { chat: 'status@broadcast', body: 'my day' },
        { kind: 'text', chat: expect.objectContaining({ kind: 'status' }) as never },
      ],
      [
        'a newsletter',
        { chat: '120363000000000001@newsletter', body: 'news' },
        { chat: expect.objectContaining({ kind: 'newsletter' }) as never },
      ],
      ['a time of long ago', { body: 'old', at: new Date(1_000) }, { sentAt: new Date(1_000) }],
    ])('gives %s', async (_, message, expected) => {
      expect(await received({ from: ANA, ...message })).toMatchObject(expected);
    });

    it('knows a person by LID and phone', async () => {
      harness.standIn.know({ pn: '34600000007@c.us', lid: LID, pushname: 'Eva' });
      const { chat, sender } = await received({ from: LID, body: 'hi' });
      expect(chat.id).toBe(LID);
      expect(sender).toEqual({ id: LID, lid: LID, phone: '+34600000007', name: 'Eva' });
    });

    it('gives the group, who wrote, and whom', async () => {
      harness.standIn.setGroup(GROUP, 'Team', [CHAT, '34999999999@c.us']);
      const message = await received({ from: ANA, chat: GROUP, body: '@me', mentions: ['34999999999@c.us'] });
      expect(message).toMatchObject({
        chat: { id: GROUP, kind: 'group', name: 'Team' },
        sender: { id: CHAT },
        mentionsMe: true,
      });
    });

    it('gives one id under two participants twice', async () => {
      const id = newMessageId();
      for (const from of [ANA, '+34600000002']) await harness.standIn.receive({ id, from, chat: GROUP, body: from });
      await waitFor(() => log.messages.filter((one) => one.id === id).length === 2, { what: 'both messages' });
    });

    it('gives what the owner writes on the phone', async () => {
      expect(await received({ chat: CHAT, fromMe: true, body: 'let me' })).toMatchObject({
        fromMe: true,
        text: 'let me',
      });
    });

    it('gives edits, deletions and reactions', async () => {
      const { id } = await received({ from: ANA, body: 'first' });
      harness.standIn.edit({ chat: CHAT, id }, 'second');
      expect(await heard('edit', id)).toMatchObject({ chatId: CHAT, text: 'second' });
      harness.standIn.react({ chat: CHAT, id }, ANA, '👍');
      expect(await heard('reaction', id)).toMatchObject({ chatId: CHAT, senderId: CHAT, emoji: '👍', fromMe: false });
      harness.standIn.revoke({ chat: CHAT, id });
      expect(await heard('revoke', id)).toMatchObject({ chatId: CHAT });
    });

    it('gives who comes into a group and who leaves', async () => {
      const changes = () =>
        log.events.flatMap((event) => (event.type === 'membership' ? [[event.change, event.memberIds]] : []));
      await harness.standIn.groupJoin(GROUP, [LID]);
      await harness.standIn.groupLeave(GROUP, [LID]);
      await waitFor(() => changes().length === 2, { what: 'both changes' });
      expect(changes()).toEqual([
        ['join', [LID]],
        ['leave', [LID]],
      ]);
    });

    it('gives a message once it can be deciphered, with its text', async () => {
      const id = await harness.standIn.receive({ from: ANA, type: 'ciphertext' });
      await received({ from: ANA, body: 'a marker' });
      expect(log.messages.some((one) => one.id === id)).toBe(false);
      harness.standIn.decrypt({ id, from: ANA, body: 'at last' });
      await waitFor(() => log.messages.some((one) => one.id === id && one.text === 'at last'), { what: 'the text' });
      expect(log.events.filter((event) => event.type === 'edit' && event.id === id)).toEqual([]);
    });
  });

  describe('out', () => {
    it('sends to a LID, and to a group, under the id that was made', async () => {
      for (const chat of [LID, GROUP])
        expect(delivery(await sendText('hello', chat), chat)).toMatchObject({ body: 'hello' });
    });

    it('answers a message', async () => {
      const { id: quotedId } = await received({ from: ANA, body: 'well?' });
      expect(delivery(await sendText('yes', CHAT, quotedId))).toMatchObject({ quotedId });
    });

    it('does not give its own messages as news', async () => {
      const id = await sendText('ours');
      await received({ from: ANA, body: 'theirs' });
      expect(log.messages.some((one) => one.id === id)).toBe(false);
    });

    it.each([
      ['65,537 characters', CHAT, 'x'.repeat(65_537)],
      ['a phone that is not on WhatsApp', '34600000404@c.us', 'hello'],
      ['something that is no address', 'nobody', 'hello'],
      ['a status', 'status@broadcast', 'hello'],
    ])('rejects %s for good', async (_, chatId, text) => {
      harness.standIn.leaveWhatsApp('+34600000404');
      await expect(sendText(text, chatId)).rejects.toMatchObject({ code: 'whatsapp.send-rejected' });
      expect(harness.standIn.ledger.deliveries(chatId).filter(({ body }) => body === text)).toEqual([]);
    });

    it('reacts, and takes it back', async () => {
      const { id } = await received({ from: ANA, body: 'look' });
      await harness.port.react(CHAT, id, '🎉');
      await harness.port.react(CHAT, id, '');
      const seen = harness.standIn
        .reactionsIn(CHAT)
        .slice(-2)
        .map(({ emoji }) => emoji);
      expect(seen).toEqual(['🎉', '']);
    });

    it.each([
      ['image/png', 'image', undefined],
      ['application/pdf', 'document', 'a.pdf'],
      ['audio/mpeg', 'audio', undefined],
      ['video/mp4', 'video', undefined],
    ])('sends %s', async (mimeType, type, fileName) => {
      const id = harness.port.newMessageId();
      const content = { kind: 'media', mimeType, data: PNG, fileName, caption: 'see' } as const;
      expect((await harness.port.send({ id, chatId: CHAT, content })).ack).toBeGreaterThanOrEqual(1);
      const { media, ...sent } = delivery(id) ?? {};
      expect(sent).toMatchObject({ type, body: 'see' });
      expect(media?.data.equals(PNG)).toBe(true);
    });
  });

  describe('attachments', () => {
    afterEach(() => {
      harness.standIn.faults.media = 'there';
    });

    it('are downloaded, more than once', async () => {
      const { id } = await received({ from: ANA, media: { mimeType: 'image/png', data: PNG } });
      for (let times = 0; times < 2; times += 1) {
        const content = await harness.port.downloadMedia(CHAT, id);
        expect(content?.mimeType).toBe('image/png');
        expect(content?.data.equals(PNG)).toBe(true);
      }
    });

    it('are null where there is none, or no longer', async () => {
      const { id: text } = await received({ from: ANA, body: 'no picture' });
      const { id } = await received({ from: ANA, media: { mimeType: 'image/png', data: PNG } });
      harness.standIn.faults.media = 'gone';
      for (const each of [text, id, newMessageId()]) expect(await harness.port.downloadMedia(CHAT, each)).toBeNull();
    });
  });

  it('reads the history of a group, with who wrote what, and without notices', async () => {
    const group = '120363000000000077@g.us';
    harness.standIn.setGroup(group, 'Choir', [CHAT, '34600000002@c.us']);
    const id = newMessageId();
    for (const from of [ANA, '+34600000002']) await harness.standIn.receive({ id, from, chat: group, body: from });
    await harness.standIn.groupJoin(group, [LID]);
    await received({ from: ANA, chat: group, media: { mimeType: 'image/png', data: PNG, caption: 'see' } });
    const { messages, next } = await harness.port.history({ chatId: group, limit: 10 });
    expect(next).toBeNull();
    expect(messages.map(({ sender, text }) => [sender.id, text])).toEqual(
      expect.arrayContaining([
        [CHAT, ANA],
        ['34600000002@c.us', '+34600000002'],
        [CHAT, 'see'],
      ]),
    );
    expect(messages).toHaveLength(3);
    expect(messages.find(({ text }) => text === 'see')).toMatchObject({
      kind: 'image',
      media: { mimeType: 'image/png' },
    });
    expect(await harness.port.chats()).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: group, kind: 'group', name: 'Choir' })]),
    );
  });

  it('goes on with a history after the page was loaded anew', async () => {
    const from = '+34600000055';
    const chatId = '34600000055@c.us';
    const ids: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      const at = new Date(Date.now() - (20 - index) * 60_000);
      ids.push((await received({ from, body: `${index}`, at })).id);
    }
    const first = await harness.port.history({ chatId, limit: 3 });
    harness.standIn.reload();
    const events = log.states.length;
    await waitFor(() => log.states.slice(events).includes('READY'), { what: 'the page to be back', timeoutMs: 20_000 });
    const second = await harness.port.history({ chatId, limit: 10, before: first.next ?? '' });
    expect([...second.messages, ...first.messages].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeNull();
  });

  it('never asked the page for a module that the stand-in has not', () => {
    expect([...harness.standIn.unknownModules]).toEqual([]);
  });
});
