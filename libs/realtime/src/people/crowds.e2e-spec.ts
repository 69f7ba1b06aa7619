import { newId } from '#kernel';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';

import { FakeConversations } from '../../testing/fake-conversations.js';
import { Listener } from '../../testing/listener.js';
import { PeopleStage, tokenOf } from '../../testing/people-stage.js';
import { StuckListener } from '../../testing/stuck-listener.js';
import { SwitchingProxy } from '../../testing/switching-proxy.js';

const MESSAGE = 'message:received';
const CROWD = 1_000;

describe('people who give trouble', () => {
  const conversations = new FakeConversations();
  let database: TestDatabase;
  let stage: PeopleStage;
  let other: PeopleStage;
  const clients: { close(): void }[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    [stage, other] = await Promise.all([
      PeopleStage.start(database.url, conversations),
      PeopleStage.start(database.url, conversations),
    ]);
  });

  afterEach(() => {
    for (const client of clients.splice(0)) client.close();
  });

  afterAll(async () => {
    await Promise.all([stage.stop(), other.stop()]);
    await database.drop();
  });

  async function joined(chatId: string, url: string): Promise<Listener> {
    const listener = await Listener.connected(url, { token: tokenOf(conversations.ownerOf(chatId)) });
    clients.push(listener);
    await listener.says('conversation:join', { conversationId: chatId });
    return listener;
  }

  it('one who does not read is written no more than fits, is not cut for it, and gets everything when it reads', async () => {
    const chatId = conversations.open(newId());
    const stuck = await StuckListener.open(stage.url, tokenOf(conversations.ownerOf(chatId)));
    clients.push(stuck);
    stuck.say('conversation:join', { conversationId: chatId });
    await waitFor(() => stuck.of('conversation:joined').length > 0, { what: 'it to join' });
    const reader = await joined(chatId, stage.url);
    stuck.pause();
    // 40 MB, more than the connection itself holds.
    const count = 2_000;
    // A page of them is more than may wait.
    const text = 'x'.repeat(20_000);
    for (let number = 0; number < count; number += 1) stage.happens(chatId, { number, text });
    await waitFor(() => reader.of(MESSAGE).length === count, {
      what: 'the other to hear everything',
      timeoutMs: 30_000,
    });
    expect(stuck.heard.length).toBeLessThan(count);
    const readsWhileStuck = conversations.reads;
    stuck.resume();
    await waitFor(() => stuck.of(MESSAGE).length === count, { what: 'everything', timeoutMs: 30_000 });
    expect(conversations.reads).toBeGreaterThan(readsWhileStuck);
    expect(stuck.of(MESSAGE).map((payload) => (payload as { number: number }).number)).toEqual(
      Array.from({ length: count }, (_, number) => number),
    );
    expect(stuck.ended).toBe(false);
  }, 90_000);

  it(`${CROWD} who come back at once hear what they missed, each their own, once`, async () => {
    const proxy = await SwitchingProxy.start(stage.url);
    clients.push(proxy);
    const chats = Array.from({ length: CROWD }, () => conversations.open(newId()));
    const people: Listener[] = [];
    for (let next = 0; next < CROWD; next += 100) {
      people.push(...(await Promise.all(chats.slice(next, next + 100).map((chatId) => joined(chatId, proxy.url)))));
    }
    const happens = (text: string): void => chats.forEach((chatId) => stage.happens(chatId, `${chatId} ${text}`));
    happens('before');
    proxy.switchTo(other.url);
    happens('meanwhile');
    await waitFor(() => people.every((person) => person.of(MESSAGE).length >= 2), {
      what: 'everybody to hear everything',
      timeoutMs: 60_000,
    });
    happens('after');
    await waitFor(() => people.every((person) => person.of(MESSAGE).length >= 3), {
      what: 'the end',
      timeoutMs: 30_000,
    });
    people.forEach((person, index) => {
      expect(person.of(MESSAGE)).toEqual(['before', 'meanwhile', 'after'].map((text) => `${chats[index]} ${text}`));
    });
  }, 180_000);
});
