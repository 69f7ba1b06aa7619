import { jest } from '@jest/globals';

import { Transactions } from '#database';

import { PersonEvents } from '../events/person-events.service.js';
import type { PersonEvent } from '../events/person-event.js';
import { ConversationMessages } from './conversation-messages.service.js';
import { WebStage } from '../../../testing/web-stage.js';

const SENDS = 1_000;
const TIMES = 5;

describe('sending on the web', () => {
  let stage: WebStage;

  beforeAll(async () => {
    stage = await WebStage.open({ apps: 2 });
  });

  afterAll(() => stage.close());

  it('stores what is sent twice once, and answers what is stored', async () => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    const messages = stage.part(ConversationMessages);
    const first = await messages.send(ana, id, { content: 'hi', clientId: 'c1' });
    const again = await messages.send(ana, id, { content: 'hi', clientId: 'c1' });
    expect(first.stored).toBe(true);
    expect(again).toEqual({ message: { ...first.message, metadata: expect.anything() }, stored: false });
    await expect(messages.send(ana, id, { content: 'ho', clientId: 'c1' })).rejects.toMatchObject({
      code: 'message.client-id-conflict',
    });
    expect(await stage.count('FROM messages WHERE chat_id = $1', [id])).toBe(1);
    expect(await stage.count('FROM person_events WHERE chat_id = $1', [id])).toBe(2);
  });

  it('stores once what a lost connection says nothing of, also without a clientId', async () => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    const transactions = stage.part(Transactions);
    const run = transactions.run.bind(transactions);
    const losing = jest.spyOn(transactions, 'run').mockImplementationOnce(async (work) => {
      await run(work);
      throw new Error('the connection was lost at the commit');
    });
    const messages = stage.part(ConversationMessages);
    await Promise.all(['a', 'b', 'c'].map((content) => messages.send(ana, id, { content })));
    losing.mockRestore();
    const { items } = await messages.list(ana, id, { limit: 9 });
    expect(items.map(({ content }) => content).sort()).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['nothing', { content: ' \n' }, 'message.empty'],
    ['only NUL', { content: '\u0000' }, 'message.empty'],
    ['too much', { content: 'x'.repeat(2_001) }, 'message.too-long'],
    ['an image', { content: 'x', type: 'image' as const }, 'message.type-unsupported'],
  ])('refuses %s', async (_, message, code) => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    await expect(stage.part(ConversationMessages).send(ana, id, message)).rejects.toMatchObject({ code });
    expect(await stage.count('FROM person_events WHERE chat_id = $1', [id])).toBe(0);
  });

  it('takes what Postgres cannot hold, and the longest text', async () => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    await stage.say(ana, id, 'a\u0000b\ud800');
    await stage.say(ana, id, 'x'.repeat(2_000));
    const { items } = await stage.part(ConversationMessages).list(ana, id, { limit: 50 });
    expect(items.map(({ content }) => content.slice(0, 5))).toEqual(['xxxxx', 'ab\ufffd']);
  });

  it(`stores ${SENDS} messages, each sent ${TIMES} times over two processes, once, and tells them without a gap (promise 1)`, async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => stage.person()));
    const chats = await Promise.all(people.map((person) => stage.conversation(person)));
    const reading = { done: false };
    const readers = people.map((person) => readOn(stage, person.contactId, () => reading.done));
    const sends = Array.from({ length: SENDS * TIMES }, (_, n) => n % SENDS);
    await inParallel(60, sends, async (n, nth) => {
      const whose = n % people.length;
      const [person, chat] = [people[whose], chats[whose]];
      if (!person || !chat) throw new Error('nobody');
      const messages = stage.part(ConversationMessages, nth % 2);
      await messages.send(person, chat.id, { content: `message ${n}`, clientId: `c${n}` });
    });
    reading.done = true;
    const ids = chats.map(({ id }) => id);
    expect(await stage.count('FROM messages WHERE chat_id = ANY($1)', [ids])).toBe(SENDS);
    for (const event of ['message:received', 'message:delivered']) {
      expect(await stage.count('FROM person_events WHERE chat_id = ANY($1) AND event = $2', [ids, event])).toBe(SENDS);
    }
    // Whoever read on while they were written has missed none and seen none twice.
    for (const read of await Promise.all(readers)) {
      expect(read.map(({ position }) => Number(position))).toEqual(read.map((_, index) => index + 1));
      expect(read).toHaveLength((2 * SENDS) / people.length);
    }
    expect(await stage.count('FROM chats WHERE id = ANY($1) AND message_count <> $2', [ids, SENDS / 10])).toBe(0);
  }, 180_000);

  it('tells a person of several conversations in one order', async () => {
    const ana = await stage.person();
    const chats = await Promise.all(Array.from({ length: 8 }, () => stage.conversation(ana)));
    const reading = { done: false };
    const reader = readOn(stage, ana.contactId, () => reading.done);
    await inParallel(
      16,
      Array.from({ length: 160 }, (_, n) => n),
      async (n, nth) => {
        const id = chats[n % chats.length]?.id ?? '';
        await stage.part(ConversationMessages, nth % 2).send(ana, id, { content: `n${n}` });
      },
    );
    reading.done = true;
    const read = await reader;
    expect(read.map(({ position }) => Number(position))).toEqual(Array.from({ length: 320 }, (_, index) => index + 1));
  }, 60_000);

  it('searches in all of a person’s conversations and in one, and never in those of others', async () => {
    const [ana, bea] = [await stage.person(), await stage.person()];
    const [one, two, other] = [
      await stage.conversation(ana),
      await stage.conversation(ana),
      await stage.conversation(bea),
    ];
    await stage.say(ana, one.id, 'a zebra in the garden');
    await stage.say(ana, two.id, 'two zebras');
    await stage.say(bea, other.id, 'my own zebra');
    const messages = stage.part(ConversationMessages);
    const found = await messages.search(ana, 'zebra', undefined, { limit: 1 });
    const more = await messages.search(ana, 'zebra', undefined, { limit: 1, cursor: found.nextCursor ?? '' });
    expect([...found.items, ...more.items].map(({ conversationId }) => conversationId)).toEqual([two.id, one.id]);
    expect(more.nextCursor).toBeNull();
    expect((await messages.search(ana, 'zebra', one.id, { limit: 9 })).items).toHaveLength(1);
    await expect(messages.search(ana, 'zebra', other.id, { limit: 9 })).rejects.toMatchObject({
      code: 'conversation.not-found',
    });
  });

  it('passes over as many as it is asked to, and shows nothing that was deleted', async () => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    const said = [];
    for (let n = 0; n < 7; n++) said.push(await stage.say(ana, id, `m${n}`));
    const messages = stage.part(ConversationMessages);
    const list = async (page: { limit: number; offset?: number }): Promise<string[]> =>
      (await messages.list(ana, id, page)).items.map(({ content }) => content);
    expect(await list({ limit: 2, offset: 3 })).toEqual(['m3', 'm2']);
    expect(await list({ limit: 2, offset: 7 })).toEqual([]);
    await messages.remove(ana, said[5]?.id ?? '');
    expect(await list({ limit: 3 })).toEqual(['m6', 'm4', 'm3']);
    expect(await stage.rows('SELECT body, search FROM messages WHERE id = $1', [said[5]?.id])).toEqual([
      { body: null, search: null },
    ]);
    const events = await stage.part(PersonEvents).after(ana.contactId, '0', 100);
    expect(events.at(-1)).toMatchObject({ event: 'message:deleted', messageId: said[5]?.id });
    await expect(messages.remove(await stage.person(), said[4]?.id ?? '')).rejects.toMatchObject({
      code: 'message.not-found',
    });
  });
});

describe('the pace of people', () => {
  it('holds over two processes, and is not that of the operator', async () => {
    const stage = await WebStage.open({ apps: 2, env: { MESSAGE_RATE_LIMIT: '10/hour' } });
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    const sends = Array.from({ length: 60 }, (_, nth) =>
      stage.part(ConversationMessages, nth % 2).send(ana, id, { content: `n${nth}`, clientId: `c${nth}` }),
    );
    const results = await Promise.allSettled(sends);
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as object] : []));
    expect(results.length - refused.length).toBe(10);
    expect(refused[0]).toMatchObject({ code: 'message.rate-limited', retryAfterSeconds: expect.any(Number) });
    expect(await stage.count('FROM messages WHERE chat_id = $1', [id])).toBe(10);
    // What was there already is no new message.
    const sent = results.findIndex(({ status }) => status === 'fulfilled');
    await stage.part(ConversationMessages).send(ana, id, { content: `n${sent}`, clientId: `c${sent}` });
    await stage.say({ kind: 'operator' }, id, 'more');
    await stage.close();
  }, 60_000);
});

/** Reads a person's events as they come, and on to the end once `isDone`. */
async function readOn(stage: WebStage, contactId: string, isDone: () => boolean): Promise<readonly PersonEvent[]> {
  const read: PersonEvent[] = [];
  for (;;) {
    const done = isDone();
    const news = await stage.part(PersonEvents, 1).after(contactId, read.at(-1)?.position ?? '0', 100);
    read.push(...news);
    if (done && news.length === 0) return read;
  }
}

async function inParallel<T>(
  width: number,
  items: readonly T[],
  work: (item: T, nth: number) => Promise<unknown>,
): Promise<void> {
  const queue = items.entries();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const [nth, item] of queue) await work(item, nth);
    }),
  );
}
