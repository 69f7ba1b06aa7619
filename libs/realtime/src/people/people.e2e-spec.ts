import { newId } from '#kernel';
import { createTestDatabase, hasRedis, redisUrl, waitFor, type TestDatabase } from '#testing';
import { TEST_API_KEY } from '#testing/app';

import { FakeConversations } from '../../testing/fake-conversations.js';
import { Listener, type ListenerOptions } from '../../testing/listener.js';
import { PeopleStage, tokenOf } from '../../testing/people-stage.js';
import { SwitchingProxy } from '../../testing/switching-proxy.js';
import { KeyWatch } from '../sockets/key-watch.service.js';
import { PersonFeed } from './person-feed.service.js';

const MESSAGE = 'message:received';

/** Postgres always; Redis where there is one. */
const NETWORKS = [
  ['Postgres', () => ({})],
  ...(hasRedis() ? [['Redis', () => ({ REDIS_URL: redisUrl() })] as const] : []),
] as const;

describe.each(NETWORKS)('the sockets of people, over %s', (_, env) => {
  const conversations = new FakeConversations();
  let database: TestDatabase;
  let stage: PeopleStage;
  /** Another process. */
  let other: PeopleStage;
  let proxy: SwitchingProxy;
  const listeners: Listener[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    [stage, other] = await Promise.all([
      PeopleStage.start(database.url, conversations, { ...env(), TYPING_TIMEOUT: '500' }),
      PeopleStage.start(database.url, conversations, env()),
    ]);
    proxy = await SwitchingProxy.start(stage.url);
  });

  afterEach(() => {
    conversations.failure = undefined;
    for (const listener of listeners.splice(0)) listener.close();
  });

  afterAll(async () => {
    proxy.close();
    await Promise.all([stage.stop(), other.stop()]);
    await database.drop();
  });

  async function enter(contactId: string, url = stage.url, options: ListenerOptions = {}): Promise<Listener> {
    const listener = await Listener.connected(url, { token: tokenOf(contactId), ...options });
    listeners.push(listener);
    return listener;
  }

  async function joined(chatId: string, url = stage.url, options: ListenerOptions = {}): Promise<Listener> {
    const listener = await enter(conversations.ownerOf(chatId), url, options);
    expect(await listener.says('conversation:join', { conversationId: chatId })).toMatchObject({ ok: true });
    return listener;
  }

  async function hearsAll(listener: Listener, count: number): Promise<void> {
    await waitFor(() => listener.of(MESSAGE).length >= count, { what: `message ${count}`, timeoutMs: 15_000 });
  }

  const numbers = (from: number, count: number): number[] => Array.from({ length: count }, (__, index) => from + index);

  it('tells what happens in a conversation to who has joined it, whichever process tells', async () => {
    const [chatId, foreign] = [conversations.open(newId()), conversations.open(newId())];
    const [person, stranger] = [await joined(chatId), await joined(foreign, other.url)];
    expect(await stranger.says('conversation:join', { conversationId: chatId })).toMatchObject({
      ok: false,
      error: { code: 'conversation.not-found' },
    });
    other.happens(chatId, 1);
    stage.happens(chatId, 2);
    stage.happens(foreign, 'the end');
    await hearsAll(person, 2);
    expect(person.of(MESSAGE)).toEqual([1, 2]);
    await hearsAll(stranger, 1);
    expect(stranger.of(MESSAGE)).toEqual(['the end']);
    await person.says('conversation:leave', { conversationId: chatId });
    stage.happens(chatId, 3);
    await person.says('conversation:join', { conversationId: chatId });
    stage.happens(chatId, 4);
    await hearsAll(person, 3);
    expect(person.of(MESSAGE)).toEqual([1, 2, 4]);
  });

  it('has passing events for who is in the room, and no offset with them', async () => {
    const chatId = conversations.open(newId());
    const [phone, tablet] = [await joined(chatId), await joined(chatId, other.url)];
    const operator = await enter(conversations.ownerOf(chatId), stage.url, { token: TEST_API_KEY });
    await operator.says('conversation:join', { conversationId: chatId });
    const last: unknown[] = [];
    tablet.socket.on('character:response', (...values: unknown[]) => last.push(values.at(-1)));
    stage.news.tell(conversations.ownerOf(chatId), chatId, 'character:response', { delta: 'hi' });
    await phone.says('typing:start', { conversationId: chatId });
    const types = { conversationId: chatId, userId: conversations.ownerOf(chatId), senderType: 'user' };
    for (const [listener, timeoutMs] of [
      [operator, 2_000],
      [tablet, 10_000],
    ] as const) {
      await waitFor(() => listener.of('typing:indicator').length > 1, { what: 'typing to end', timeoutMs });
      expect(listener.of('typing:indicator')).toEqual([
        { ...types, isTyping: true },
        { ...types, isTyping: false },
      ]);
    }
    expect(phone.of('typing:indicator')).toEqual([]);
    expect(last).toEqual([{ delta: 'hi' }]);
  });

  it.each([['websocket'], ['polling']] as const)(
    'tells a client that comes back, to another process, what it has missed: once, in order, over %s',
    async (transport) => {
      const chatId = conversations.open(newId());
      const quiet = conversations.open(newId());
      proxy.switchTo(stage.url);
      const options = { transports: [transport] };
      const [person, silent] = [await joined(chatId, proxy.url, options), await joined(quiet, proxy.url, options)];
      for (const number of numbers(0, 50)) stage.happens(chatId, number);
      await hearsAll(person, 10);
      proxy.switchTo(other.url);
      // Some of it while it is away, some as it comes back. One has heard nothing at all before.
      for (const number of numbers(50, 250)) stage.happens(chatId, number);
      stage.happens(quiet, 'first');
      await hearsAll(person, 300);
      other.happens(chatId, 300);
      await hearsAll(person, 301);
      expect(person.of(MESSAGE)).toEqual(numbers(0, 301));
      await hearsAll(silent, 1);
      expect(silent.of(MESSAGE)).toEqual(['first']);
      expect([...person.of('realtime:missed'), ...silent.of('realtime:missed')]).toEqual([]);
    },
    30_000,
  );

  it('skips and doubles nothing while connections break and messages come', async () => {
    const contactId = newId();
    const chats = [conversations.open(contactId), conversations.open(contactId)] as const;
    const people = await Promise.all(numbers(0, 5).map(() => joined(chats[0], proxy.url)));
    for (const number of numbers(0, 400)) {
      stage.happens(chats[number % 2] ?? chats[0], number);
      if (number % 80 === 40) proxy.switchTo(number % 160 === 40 ? other.url : stage.url);
      if (number % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    for (const person of people) {
      await hearsAll(person, 200);
      expect(person.of(MESSAGE)).toEqual(numbers(0, 200).map((number) => 2 * number));
    }
  }, 30_000);

  it('brings one that joins with an offset up to date, and one that joins later loses nothing by it', async () => {
    const contactId = newId();
    const [first, second] = [conversations.open(contactId), conversations.open(contactId)];
    const reader = await enter(contactId);
    const { offset } = await reader.says('conversation:join', { conversationId: first });
    for (const number of numbers(0, 150)) stage.happens(number % 3 === 0 ? second : first, number);
    await hearsAll(reader, 100);
    await reader.says('conversation:join', { conversationId: second, after: offset });
    await hearsAll(reader, 150);
    expect([...reader.of(MESSAGE)].sort((a, b) => Number(a) - Number(b))).toEqual(numbers(0, 150));
    const late = await enter(contactId);
    await late.says('conversation:join', { conversationId: first, after: offset });
    await hearsAll(late, 100);
    expect(late.of(MESSAGE)).toEqual(numbers(0, 150).filter((number) => number % 3 !== 0));
  });

  it.each([
    ['forged', () => 'MTIzNDU2Nzg5MDEyMzQ1NjciNSI'],
    ["another person's", (foreign: string) => foreign],
  ])('takes no offset that is %s, and says so', async (_what, offsetOf) => {
    const [chatId, foreign] = [conversations.open(newId()), conversations.open(newId())];
    const stranger = await enter(conversations.ownerOf(foreign));
    const { offset } = await stranger.says('conversation:join', { conversationId: foreign });
    stage.happens(chatId, 'before');
    const person = await enter(conversations.ownerOf(chatId));
    const after = offsetOf(String(offset));
    expect(await person.says('conversation:join', { conversationId: chatId, after })).toMatchObject({ ok: true });
    stage.happens(chatId, 'after');
    await hearsAll(person, 1);
    expect(person.of(MESSAGE)).toEqual(['after']);
    expect(person.of('realtime:missed')).toHaveLength(1);
  });

  it('says when what was missed is no longer kept', async () => {
    const chatId = conversations.open(newId());
    const contactId = conversations.ownerOf(chatId);
    const person = await enter(contactId);
    const { offset } = await person.says('conversation:join', { conversationId: chatId });
    for (const number of numbers(0, 10)) stage.happens(chatId, number);
    conversations.prune(contactId, 3);
    const late = await enter(contactId);
    await late.says('conversation:join', { conversationId: chatId, after: offset });
    await hearsAll(late, 3);
    expect(late.of(MESSAGE)).toEqual([7, 8, 9]);
    expect(late.of('realtime:missed')).toHaveLength(1);
  });

  it('says nothing of the kind when a conversation was deleted whose news had not come yet', async () => {
    const contactId = newId();
    const [chatId, gone] = [conversations.open(contactId), conversations.open(contactId)];
    stage.happens(chatId, 'before');
    const person = await enter(contactId);
    const { offset } = await person.says('conversation:join', { conversationId: chatId });
    for (const number of numbers(0, 10)) stage.happens(gone, number);
    stage.happens(chatId, 'after');
    conversations.remove(gone);
    const late = await enter(contactId);
    await late.says('conversation:join', { conversationId: chatId, after: offset });
    await hearsAll(late, 1);
    expect(late.of(MESSAGE)).toEqual(['after']);
    expect(late.of('realtime:missed')).toEqual([]);
  });

  it('asks once for all whether news was lost, and reads only what somebody has not heard', async () => {
    const chats = numbers(0, 10).map(() => conversations.open(newId()));
    const people = await Promise.all(chats.map((chatId) => joined(chatId)));
    stage.happens(chats[0] ?? '', 'told');
    await hearsAll(people[0]!, 1);
    const before = conversations.reads;
    // Nobody tells of it.
    conversations.append(chats[7] ?? '', 'lost');
    await stage.app.get(PersonFeed, { strict: false }).sweep();
    await hearsAll(people[7]!, 1);
    expect(people.map((person) => person.of(MESSAGE).at(-1))).toEqual(
      numbers(0, 10).map((index) => (index === 0 ? 'told' : index === 7 ? 'lost' : undefined)),
    );
    // The process sweeps by itself, too.
    expect(conversations.reads - before).toBeLessThan(chats.length / 2);
  });

  it('cuts a token that holds no more, and refuses it then', async () => {
    const chatId = conversations.open(newId());
    const contactId = conversations.ownerOf(chatId);
    const person = await joined(chatId);
    stage.revoked.add(contactId);
    await stage.app.get(KeyWatch, { strict: false }).look();
    await waitFor(() => person.ends.length > 0, { what: 'the end of the socket' });
    expect(person.ends).toEqual(['io server disconnect']);
    const late = Listener.open(stage.url, { token: tokenOf(contactId) });
    listeners.push(late);
    await waitFor(() => late.refusals.length > 0, { what: 'a refusal' });
    expect(late.refusals).toEqual(['unauthenticated']);
  });

  it('lets one person have twenty sockets', async () => {
    const contactId = newId();
    const sockets = numbers(0, 21).map(() => Listener.open(stage.url, { token: tokenOf(contactId) }));
    listeners.push(...sockets);
    const isIn = ({ socket }: Listener): boolean => socket.connected;
    await waitFor(() => sockets.filter(isIn).length === 20 && sockets.some(({ refusals }) => refusals.length > 0), {
      what: 'twenty sockets and a refusal',
    });
    expect(sockets.flatMap(({ refusals }) => refusals)).toEqual(['too-many-sockets']);
    sockets.find(isIn)?.close();
    const next = await enter(contactId);
    expect(next.socket.connected).toBe(true);
  });

  it('lets a client that comes back while the tables cannot be read try again by itself', async () => {
    const chatId = conversations.open(newId());
    proxy.switchTo(stage.url);
    const person = await joined(chatId, proxy.url);
    conversations.failure = new Error('no database');
    proxy.switchTo(other.url);
    const before = conversations.failures;
    await waitFor(() => conversations.failures > before + 1, { what: 'two tries' });
    conversations.append(chatId, 'meanwhile');
    conversations.failure = undefined;
    await hearsAll(person, 1);
    expect(person.of(MESSAGE)).toEqual(['meanwhile']);
  });
});
