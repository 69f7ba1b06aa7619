import { newIncomingMessage } from '#testing';
import type { IncomingMessage, MessageKind } from '#whatsapp';

import { MessagingStage } from '../../testing/messaging-stage.js';
import { ScriptedConnector } from '../../testing/scripted-connector.js';
import type { ScriptedPort } from '../../testing/scripted-port.js';
import type { MessageDto } from '../messages/message.dto.js';

const GROUP = '120363000000000001@g.us';
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

describe('what comes in', () => {
  const connector = new ScriptedConnector();
  let stage: MessagingStage;
  let port: ScriptedPort;
  let phones = 0;

  beforeAll(async () => {
    stage = await MessagingStage.open({}, connector);
    port = connector.portOf(stage.accountId);
  });

  afterAll(() => stage.close());

  const newPhone = (): string => `3460006${String((phones += 1)).padStart(4, '0')}@c.us`;
  const observe = async (message: Parameters<typeof newIncomingMessage>[0]): Promise<IncomingMessage> => {
    const incoming = newIncomingMessage({ sentAt: new Date(), ...message });
    await port.observe({ type: 'message', message: incoming });
    return incoming;
  };
  const sentTo = (chat: string) => port.sent.filter(({ chatId }) => chatId === chat);
  const shown = async (chat: string): Promise<MessageDto[]> => {
    const response = await stage.app.request(`/api/conversations/chats/${chat}/messages`);
    return response.ok ? ((await response.json()) as { messages: MessageDto[] }).messages : [];
  };

  it.each<[MessageKind, string]>([
    ['image', ''],
    ['video', 'look'],
    ['voice', ''],
    ['audio', ''],
    ['document', ''],
    ['sticker', ''],
    ['location', 'Plaza Mayor\n40.4155, -3.7074'],
    ['contact', 'Eva\n+34600000002'],
    ['poll', 'Lunch?\nyes\nno'],
  ])('answers a %s, with or without words', async (kind, text) => {
    const chat = newPhone();
    await observe({ from: chat, kind, text });
    await stage.app.drained();
    expect(sentTo(chat)).toHaveLength(1);
    expect(await shown(chat)).toContainEqual(expect.objectContaining({ kind, text: text || null, route: 'turn' }));
  });

  it.each<[MessageKind, string | null]>([
    ['call', 'nothing-to-answer'],
    ['unknown', 'nothing-to-answer'],
    ['system', null],
  ])('stores a %s and answers nothing', async (kind, reason) => {
    const chat = newPhone();
    await observe({ from: chat, kind, text: '' });
    await stage.app.drained();
    expect(sentTo(chat)).toEqual([]);
    expect(await shown(chat)).toEqual([expect.objectContaining({ kind, route_reason: reason })]);
  });

  it('takes a kind that nobody has heard of as it is', async () => {
    const chat = newPhone();
    await observe({ from: chat, kind: 'hologram' as MessageKind, text: '' });
    await stage.app.drained();
    expect(await shown(chat)).toContainEqual(expect.objectContaining({ kind: 'hologram' }));
  });

  it.each(['status@broadcast', '120363111111111111@newsletter'])(
    'drops what is said to everybody: %s',
    async (chat) => {
      await observe({ from: chat, sender: { id: newPhone() } });
      await port.observe({
        type: 'reaction',
        chatId: chat,
        id: 'X',
        senderId: newPhone(),
        fromMe: false,
        emoji: '👍',
        at: new Date(),
      });
      await port.observe({ type: 'revoke', chatId: chat, id: 'X', at: new Date() });
      expect(await stage.rows('SELECT 1 FROM chats WHERE external_id = $1', [chat])).toEqual([]);
      expect(await stage.rows('SELECT 1 FROM early_revisions WHERE chat_external_id = $1', [chat])).toEqual([]);
    },
  );

  it('stores what comes by a broadcast list or from where we know nothing of, and never answers', async () => {
    for (const chat of ['1700000000@broadcast', 'x@y', 'nonsense']) {
      await observe({ from: chat, sender: { id: newPhone() } });
      await stage.app.drained();
      expect(sentTo(chat)).toEqual([]);
      expect(await shown(chat)).toEqual([
        expect.objectContaining({ route_reason: expect.stringContaining('never-answered') }),
      ]);
    }
  });

  it('keeps one id of two people of a group apart', async () => {
    const id = 'ONE-ID';
    for (const sender of [newPhone(), newPhone()]) {
      for (let times = 0; times < 3; times += 1) await observe({ id, from: GROUP, sender: { id: sender } });
    }
    expect((await shown(GROUP)).filter(({ external_id }) => external_id === id)).toHaveLength(2);
  });

  it.each([
    ['long gone', new Date(0), 'stale'],
    ['from yesterday', new Date(Date.now() - 24 * 3_600_000), 'stale'],
    ['before time', new Date(-1e12), 'stale'],
  ])('stores what is %s, and does not answer it', async (_, sentAt, reason) => {
    const chat = newPhone();
    await observe({ from: chat, sentAt, live: false });
    await stage.app.drained();
    expect(await shown(chat)).toEqual([expect.objectContaining({ route: 'skipped', route_reason: reason })]);
    expect(sentTo(chat)).toEqual([]);
  });

  it('answers what is from the future, once, at its place', async () => {
    const chat = newPhone();
    const { id } = await observe({ from: chat, sentAt: new Date('2099-01-01T00:00:00Z') });
    await stage.app.drained();
    expect(sentTo(chat)).toHaveLength(1);
    const message = (await shown(chat)).find(({ external_id }) => external_id === id);
    expect(new Date(message?.sent_at ?? 0).getTime()).toBeLessThan(Date.now() + 61_000);
  });

  it('lets acks of our message only climb, in whatever order they come', async () => {
    const chat = newPhone();
    await observe({ from: chat });
    await stage.app.drained();
    const [sent] = sentTo(chat);
    for (const ack of [3, 1, 2, 0, -1] as const) {
      await port.observe({ type: 'ack', chatId: chat, id: sent?.id ?? '', ack, at: new Date() });
    }
    expect((await shown(chat)).find(({ external_id }) => external_id === sent?.id)).toMatchObject({ ack: 3 });
    await port.observe({ type: 'ack', chatId: chat, id: 'nobody’s', ack: 3, at: new Date() });
  });

  describe('from the owner’s hand', () => {
    const takenOver = async (chat: string): Promise<boolean> =>
      (
        await stage.row<{ taken: boolean }>(
          'SELECT taken_over_until > now() AS taken FROM chats WHERE external_id = $1',
          [chat],
        )
      ).taken;

    it.each<MessageKind>(['text', 'image', 'voice', 'call'])('takes the chat over: a %s', async (kind) => {
      const chat = newPhone();
      await observe({ from: chat, fromMe: true, sender: { id: '15550000000@c.us' }, kind });
      expect(await takenOver(chat)).toBe(true);
      await observe({ from: chat });
      await stage.app.drained();
      expect(sentTo(chat)).toEqual([]);
    });

    it('does not when it is WhatsApp that speaks', async () => {
      const chat = newPhone();
      await observe({ from: chat, fromMe: true, sender: { id: '15550000000@c.us' }, kind: 'system', text: '' });
      await observe({ from: chat });
      await stage.app.drained();
      expect(sentTo(chat)).toHaveLength(1);
    });

    it('does not when it is the echo of what we sent, under whatever kind, as often as it comes', async () => {
      const chat = newPhone();
      await observe({ from: chat });
      await stage.app.drained();
      const [sent] = sentTo(chat);
      for (const kind of ['text', 'unknown', 'image'] as const) {
        await observe({ id: sent?.id, from: chat, fromMe: true, sender: { id: '15550000000@c.us' }, kind });
        await observe({ id: sent?.id, from: '990077@lid', fromMe: true, sender: { id: '15550000000@c.us' }, kind });
      }
      await observe({ from: chat, text: 'and now?' });
      await stage.app.drained();
      expect(sentTo(chat)).toHaveLength(2);
      expect((await shown(chat)).filter(({ external_id }) => external_id === sent?.id)).toHaveLength(1);
    });

    it('does not when it is old', async () => {
      const chat = newPhone();
      await observe({ from: chat, fromMe: true, sender: { id: '15550000000@c.us' }, sentAt: LONG_AGO, live: false });
      await observe({ from: chat });
      await stage.app.drained();
      expect(sentTo(chat)).toHaveLength(1);
    });
  });
});

describe('what is said to everybody', () => {
  it('is stored when the operator wants it, and never answered', async () => {
    const connector = new ScriptedConnector();
    const stage = await MessagingStage.open({ STORE_BROADCASTS: 'on' }, connector);
    for (const chat of ['status@broadcast', '120363111111111111@newsletter']) {
      await stage.say({ from: chat, sender: { id: '34600000001@c.us' } });
    }
    await stage.app.drained();
    const routes = await stage.rows('SELECT route_reason FROM messages ORDER BY route_reason');
    expect(routes).toEqual([{ route_reason: 'never-answered:newsletter' }, { route_reason: 'never-answered:status' }]);
    expect(connector.portOf(stage.accountId).sent).toEqual([]);
    await stage.close();
  });
});
