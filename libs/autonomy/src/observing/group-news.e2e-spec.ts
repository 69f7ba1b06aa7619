import { DataSource } from 'typeorm';

import { AccountStatuses, EventIntake, OutboxWriter, type KeptEvent } from '#messaging';
import { createTestDatabase, newIncomingMessage, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

import type { GroupEvent } from '../engine/group-event.js';
import { GroupNews, type NewsPage, type NewsPlace } from './group-news.service.js';
import { MemberIds } from './member-ids.service.js';

const MINUTE = 60_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const [ANA, BEN, EVA] = ['34600000001', '34600000002', '34600000003'];

type Incoming = NonNullable<Parameters<typeof newIncomingMessage>[0]>;

describe('what the engine hears of a group', () => {
  let database: TestDatabase;
  let app: TestApp;
  let accountId: string;
  let otherId: string;
  let groups = 0;
  let from = '';
  let place: NewsPlace;

  beforeAll(async () => {
    database = await createTestDatabase();
    // Nobody is answered: all that is said of ours is what the test says.
    app = await TestApp.start({ databaseUrl: database.url, env: { ALLOW_LIST: '+10000000' } });
    accountId = await part(AccountStatuses).ensure('default', 'simulator');
    otherId = await part(AccountStatuses).ensure('other', 'webjs');
  });
  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  beforeEach(async () => {
    from = `12036300000005${String((groups += 1)).padStart(4, '0')}@g.us`;
    await say(ANA, 'good morning', { sentAt: ago(9) });
    const [chat] = await query<{ id: string }>('SELECT id FROM chats WHERE external_id = $1', [from]);
    const seen = new Date(Date.now() - 60 * MINUTE);
    const start = { seenAt: seen, seenId: FIRST_ID, eventsAt: seen };
    place = { chatId: chat?.id ?? '', accountId, names: ['Alma'], bots: [], ...start };
    place = { ...place, ...cursorOf(await read()) };
  });

  function part<T>(type: abstract new (...parts: never[]) => T): T {
    return app.app.get(type, { strict: false });
  }
  function query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return part(DataSource).query<T[]>(sql, values);
  }
  function ago(minutes: number): Date {
    return new Date(Date.now() - minutes * MINUTE);
  }
  const take = (event: KeptEvent): Promise<void> => part(EventIntake).take(accountId, event);
  async function say(phone: string | undefined, text: string, more: Incoming = {}): Promise<string> {
    const sender = { id: `${phone}@c.us`, phone: `+${phone}` };
    const message = newIncomingMessage({ from, sender, text, sentAt: new Date(), ...more });
    await take({ type: 'message', message });
    return message.id;
  }
  const read = (more: Partial<NewsPlace> = {}): Promise<NewsPage> =>
    part(GroupNews).read(part(DataSource).manager, { ...place, ...more }, new Date());
  const heard = async (more: Partial<NewsPlace> = {}): Promise<readonly GroupEvent[]> => (await read(more)).events;

  /** The keyed id of whoever has this phone. */
  async function memberOf(phone: string | undefined): Promise<number> {
    const [alias] = await query<{ id: string }>(
      `SELECT contact_id AS id FROM contact_aliases WHERE account_id = $1 AND kind = 'pn' AND value = $2`,
      [accountId, phone],
    );
    return part(MemberIds).of(place.chatId, alias?.id ?? '');
  }

  /** We said it: in parts of one answer, or under a key. Answers WhatsApp's id of the first. */
  async function weSay(texts: readonly string[], key?: string): Promise<string> {
    const turnId = key === undefined ? { turnId: crypto.randomUUID() } : { idempotencyKey: key };
    const { ids } = await part(OutboxWriter).put(part(DataSource).manager, {
      ...{ chatId: place.chatId, texts, origin: 'reply', draft: true, ...turnId },
    });
    await query(
      `INSERT INTO messages (id, chat_id, external_id, author, subject_id, kind, ack, sent_at, stored_at)
       SELECT gen_random_uuid(), chat_id, message_id, 'assistant', subject_id, 'text', 0, $2, $2 FROM outbox WHERE id = ANY($1::uuid[])`,
      [ids, new Date()],
    );
    const [first] = await query<{ id: string }>('SELECT message_id AS id FROM outbox WHERE id = $1', [ids[0]]);
    return first?.id ?? '';
  }

  it('hears each message once, in the order in which they were sent, none of the future', async () => {
    await say(BEN, 'second', { sentAt: ago(1) });
    await say(ANA, 'first', { sentAt: ago(2) });
    await say(EVA, 'of a fast clock', { sentAt: new Date(Date.now() + MINUTE) });
    const page = await read();
    const members = await Promise.all([ANA, BEN, EVA].map(memberOf));
    expect(page.events.map((event) => 'member' in event && event.member)).toEqual(members);
    for (const { at } of page.events) expect(at).toBeLessThanOrEqual(Date.now() / 1_000);
    expect(page.full).toBe(false);
    expect(await heard(cursorOf(page))).toEqual([]);
  });

  it('goes on where it stopped when there is more than a page', async () => {
    await query(
      `INSERT INTO messages (id, chat_id, external_id, participant, author, sender_id, subject_id, kind, sent_at, stored_at)
       SELECT gen_random_uuid(), chat_id, 'many-' || n, participant, author, sender_id, subject_id, kind, $2, $2
       FROM messages, generate_series(1, 1100) AS n WHERE chat_id = $1 AND author = 'contact'`,
      [place.chatId, new Date()],
    );
    const sizes: number[] = [];
    for (let page = await read(); ; page = await read(cursorOf(page))) {
      sizes.push(page.events.length);
      if (!page.full) break;
    }
    expect(sizes).toEqual([500, 500, 100]);
  });

  it.each<[string, string, Incoming, object]>([
    ['talk is for everybody', 'nice weather', {}, {}],
    ['a mention is for us', 'look', { mentionsMe: true }, { toUs: true }],
    ['so is a reply to us', 'yes', { quoted: { id: 'ours', fromMe: true } }, { toUs: true }],
    ['and a call by name', 'Alma, when?', {}, { toUs: true }],
    ['talk of us is not', 'Alma said so', {}, {}],
  ])('%s', async (_, text, more, direction) => {
    await say(BEN, text, more);
    const [event] = await heard();
    expect({ toUs: event && 'toUs' in event ? event.toUs : undefined }).toEqual({ toUs: undefined, ...direction });
    expect(event).not.toHaveProperty('toMember');
  });

  it('hears whom a reply or a mention is for, also of somebody it does not know', async () => {
    const id = await say(ANA, 'who has the key?');
    await say(BEN, 'I have', { quoted: { id, fromMe: false } });
    await say(EVA, `ask @${ANA} and @${BEN}`);
    await say(EVA, 'or @34699999999');
    await say(EVA, 'as was said', { quoted: { id: 'of-last-year', fromMe: false } });
    await say(EVA, 'mail me at me@123456789.example');
    const ana = await memberOf(ANA);
    const to = (await heard()).map((event) => ('toMember' in event ? event.toMember : undefined));
    expect(to).toEqual([undefined, ana, ana, expect.any(Number), expect.any(Number), undefined]);
  });

  it('hears the owner as one of the group', async () => {
    const id = await say(ANA, 'who comes?');
    await say('34600000000', 'I do', { fromMe: true, quoted: { id, fromMe: false } });
    await say('34600000000', 'an old one', { fromMe: true, sentAt: ago(40) });
    const owner = part(MemberIds).of(place.chatId, accountId);
    expect((await heard()).slice(1)).toEqual([
      expect.objectContaining({ kind: 'message', member: owner, toMember: await memberOf(ANA) }),
    ]);
  });

  it('hears our answer once, however many parts it has, and what it was told of before not at all', async () => {
    await weSay(['one', 'two', 'three']);
    await weSay(['unasked'], `autonomy:${crypto.randomUUID()}`);
    expect(await heard()).toEqual([{ kind: 'own', action: null, at: expect.any(Number) }]);
  });

  it('knows a reply to ours by what it answers', async () => {
    const id = await weSay(['hello']);
    await say(BEN, 'hello yourself', { quoted: { id, fromMe: false } });
    expect((await heard()).at(-1)).toMatchObject({ kind: 'message', toUs: true });
  });

  it('takes another account of ours, and whom the operator names, for programs', async () => {
    await query(
      `INSERT INTO chats (id, account_id, external_id, kind, subject_id) VALUES ($1::uuid, $2, $3, 'group', $1::uuid)`,
      [crypto.randomUUID(), otherId, from],
    );
    const here = place;
    const [theirs] = await query<{ id: string }>('SELECT id FROM chats WHERE external_id = $1 AND account_id = $2', [
      from,
      otherId,
    ]);
    place = { ...place, chatId: theirs?.id ?? '' };
    const id = await weSay(['I am another one']);
    place = here;
    await say(EVA, 'I am another one', { id });
    await say(BEN, 'beep');
    const [ben] = await query<{ id: string }>(
      `SELECT contact_id AS id FROM contact_aliases WHERE account_id = $1 AND value = $2`,
      [accountId, BEN],
    );
    const programs = (await heard({ bots: [ben?.id ?? ''] })).map((event) => 'fromBot' in event && event.fromBot);
    expect(programs).toEqual([true, true]);
  });

  it('hears nothing of what is past, of what was taken back, and of WhatsApp’s own lines', async () => {
    await say(ANA, 'stale', { sentAt: ago(600) });
    await say(ANA, 'too late', { sentAt: ago(25) });
    await say(ANA, 'a little late', { sentAt: ago(8) });
    const id = await say(ANA, 'oops');
    await take({ type: 'revoke', chatId: from, id, at: new Date() });
    await say(ANA, 'Ben joined', { kind: 'system' });
    await query(`UPDATE messages SET route = 'skipped', route_reason = 'history' WHERE external_id = $1`, [
      await say(ANA, 'from before'),
    ]);
    expect((await heard()).map(({ kind }) => kind)).toEqual(['message']);
  });

  it('hears who likes what, and what of ours', async () => {
    const [ours, theirs] = [await weSay(['a joke']), await say(ANA, 'a joke, too')];
    const react = (id: string, phone: string | undefined, emoji: string, minutes: number, fromMe = false) =>
      take({ type: 'reaction', chatId: from, id, senderId: `${phone}@c.us`, fromMe, emoji, at: ago(minutes) });
    await react(ours, BEN, '❤️', 4);
    await react(theirs, EVA, '😡', 3);
    await react(theirs, ANA, '', 2);
    await react(theirs, '34600000000', '👍', 1, true);
    const page = await read();
    const reactions = page.events.filter(({ kind }) => kind === 'reaction');
    expect(reactions).toEqual([
      expect.objectContaining({ member: await memberOf(BEN), toUs: true, sentiment: expect.any(Number) }),
      expect.objectContaining({ member: await memberOf(EVA), sentiment: expect.any(Number) }),
    ]);
    expect(reactions.map((event) => Math.sign(event.kind === 'reaction' ? event.sentiment : 0))).toEqual([1, -1]);
    expect(reactions[1]).not.toHaveProperty('toUs');
    expect(await heard(cursorOf(page))).toEqual([]);
  });

  it('hears who comes and who goes', async () => {
    const change = (kind: 'join' | 'leave', phone: string | undefined, at: Date) =>
      take({ type: 'membership', chatId: from, change: kind, memberIds: [`${phone}@c.us`], at });
    await change('join', BEN, ago(2));
    await change('leave', EVA, ago(1));
    expect(await heard()).toEqual([
      { kind: 'join', member: await memberOf(BEN), at: expect.any(Number) },
      { kind: 'leave', member: await memberOf(EVA), at: expect.any(Number) },
    ]);
  });

  it('hears the tone and the theme, and not a word', async () => {
    await say(BEN, 'Volcanoes volcano ❤️');
    const [event] = await heard();
    expect(event).toMatchObject({ sentiment: expect.any(Number), tokens: expect.any(Array) });
    expect(JSON.stringify(event)).not.toMatch(/volcan|346000/i);
  });
});

function cursorOf({ seenAt, seenId, eventsAt }: NewsPage): Pick<NewsPlace, 'seenAt' | 'seenId' | 'eventsAt'> {
  return { seenAt, seenId, eventsAt };
}
