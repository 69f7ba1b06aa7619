import { MessagingStage } from '../../testing/messaging-stage.js';
import type { MessageReactionDto } from '../messages/message.dto.js';
import { Reactions, type ReactionEvent } from './reactions.service.js';

const LONG_AGO = new Date('2020-01-01T00:00:00Z');
const NOON = new Date('2026-01-05T12:00:00Z').getTime();
const at = (seconds: number): Date => new Date(NOON + seconds * 1_000);

describe('reactions', () => {
  let stage: MessagingStage;
  let phones = 0;

  beforeAll(async () => {
    stage = await MessagingStage.open();
  });

  afterAll(() => stage.close());

  const newChat = (): string => `3460007${String((phones += 1)).padStart(4, '0')}@c.us`;
  const react = (chatId: string, id: string, emoji: string, more: Partial<ReactionEvent> = {}): Promise<void> =>
    stage.take({ type: 'reaction', chatId, id, senderId: chatId, fromMe: false, emoji, at: at(0), ...more });
  const shown = async (chat: string, id: string): Promise<MessageReactionDto[]> => {
    const response = await stage.app.request(`/api/conversations/chats/${chat}/messages?limit=100`);
    const { messages } = (await response.json()) as {
      messages: { external_id: string; reactions: MessageReactionDto[] }[];
    };
    return messages.find(({ external_id }) => external_id === id)?.reactions ?? [];
  };
  const emojis = async (chat: string, id: string): Promise<string[]> =>
    (await shown(chat, id)).map(({ emoji }) => emoji);

  it('are shown with their message, sealed in their table', async () => {
    const chat = newChat();
    const id = await stage.say({ from: chat, sender: { id: chat, name: 'Ana' }, sentAt: LONG_AGO });
    await react(chat, id, '👍🏽');
    await react(chat, id, '❤️', { senderId: '15550000000@c.us', fromMe: true, at: at(1) });
    const { contact_id: contact } = await stage.row<{ contact_id: string }>(
      'SELECT contact_id FROM chats WHERE external_id = $1',
      [chat],
    );
    expect(await shown(chat, id)).toEqual([
      { emoji: '👍🏽', sender_id: contact, sender_name: 'Ana', from_me: false, at: at(0).toISOString() },
      { emoji: '❤️', sender_id: null, sender_name: null, from_me: true, at: at(1).toISOString() },
    ]);
    const rows = await stage.rows<{ emoji: Buffer }>('SELECT emoji FROM reactions');
    expect(rows.some(({ emoji }) => emoji.includes(Buffer.from('👍')))).toBe(false);
  });

  it.each<[string, [emoji: string, seconds: number][], string[]]>([
    ['the last of several', [['👍', 0], ['😂', 1]], ['😂']],
    ['the last one though it came first', [['😂', 1], ['👍', 0]], ['😂']],
    ['none when it was taken back', [['👍', 0], ['', 1]], []],
    ['none when taking it back came first', [['', 1], ['👍', 0]], []],
    ['the new one after one was taken back', [['👍', 0], ['', 1], ['😂', 2]], ['😂']],
    ['one of the same one again and again', [['👍', 0], ['👍', 0], ['👍', 0]], ['👍']],
  ])('of one person are %s', async (_, events, left) => {
    const chat = newChat();
    const id = await stage.say({ from: chat, sentAt: LONG_AGO });
    for (const [emoji, seconds] of events) await react(chat, id, emoji, { at: at(seconds) });
    expect(await emojis(chat, id)).toEqual(left);
  }); // prettier-ignore

  it('wait for their message', async () => {
    const chat = newChat();
    await react(chat, 'EARLY', '👍');
    await stage.say({ from: chat, id: 'EARLY', sentAt: LONG_AGO });
    expect(await emojis(chat, 'EARLY')).toEqual(['👍']);
  });

  it('of many at once in a group are one for each person', async () => {
    const group = '120363000000000077@g.us';
    const id = await stage.say({ from: group, sender: { id: '34600000001@c.us' }, sentAt: LONG_AGO });
    const people = Array.from({ length: 20 }, (_, index) => `3470007${String(index).padStart(4, '0')}@c.us`);
    await Promise.all(
      people.flatMap((senderId) =>
        ['👍', '😂'].map((emoji, index) => react(group, id, emoji, { senderId, at: at(index) })),
      ),
    );
    expect(await emojis(group, id)).toEqual(people.map(() => '😂'));
  });

  it('of a person under two addresses are one, the later one', async () => {
    const [pn, lid] = [newChat(), '770001@lid'];
    const id = await stage.say({ from: pn, sentAt: LONG_AGO });
    await stage.say({ from: lid, id, sentAt: LONG_AGO });
    await react(pn, id, '👍', { at: at(0) });
    await react(lid, id, '😂', { at: at(1) });
    await stage.say({ from: lid, sender: { id: lid, phone: `+${pn.split('@')[0]}`, lid }, sentAt: LONG_AGO });
    expect(await emojis(pn, id)).toEqual(['😂']);
    await react(pn, id, '', { at: at(2) });
    expect(await emojis(pn, id)).toEqual([]);
  });

  it('come through when the chat that we remember was merged away elsewhere', async () => {
    const chat = newChat();
    const id = await stage.say({ from: chat, sentAt: LONG_AGO });
    await stage.rows('DELETE FROM chats WHERE external_id = $1', [chat]);
    await stage.part(Reactions).take(stage.accountId, {
      type: 'reaction',
      chatId: chat,
      id,
      senderId: chat,
      fromMe: false,
      emoji: '👍',
      at: at(0),
    });
    await stage.say({ from: chat, id, sentAt: LONG_AGO });
    expect(await emojis(chat, id)).toEqual(['👍']);
  });

  it.each<[string, Partial<ReactionEvent>, string[]]>([
    ['NUL', { emoji: 'a\u0000b' }, ['ab']],
    ['a lone surrogate', { emoji: '\ud83d' }, ['\ufffd']],
    ['a novel', { emoji: 'x'.repeat(100_000) }, ['x'.repeat(64)]],
    ['no valid time', { emoji: '👍', at: new Date(NaN) }, ['👍']],
    ['the future', { emoji: '👍', at: new Date(8.64e15) }, ['👍']],
  ])('survive %s', async (_, more, left) => {
    const chat = newChat();
    const id = await stage.say({ from: chat, sentAt: LONG_AGO });
    await react(chat, id, '', more);
    expect(await emojis(chat, id)).toEqual(left);
    expect(new Date((await shown(chat, id))[0]?.at ?? '').getTime()).toBeLessThan(Date.now() + 61_000);
  });

  it('open no turn and take no chat over', async () => {
    const chat = newChat();
    await react(chat, 'X', '👍', { at: new Date() });
    await react(chat, 'X', '👍', { at: new Date(), fromMe: true });
    const sql = 'SELECT turn_due_at, unrouted_since, taken_over_until, message_count FROM chats WHERE external_id = $1';
    expect(await stage.row(sql, [chat])).toEqual({
      ...{ turn_due_at: null, unrouted_since: null, taken_over_until: null, message_count: 0 },
    });
  });
});
