import { MessageHistory, MessagePages, type MessageView } from '#messaging';

import { ArchiveStage } from '../../testing/archive-stage.js';
import { ChatArchiver, type ArchiveOrder } from './chat-archiver.service.js';

const ORDER: ArchiveOrder = { reason: null, requestedBy: 'test', taskId: null, codec: 'brotli' };

describe('archived conversations', () => {
  let stage: ArchiveStage;
  let chatId: string;
  let other: string;
  let live: Awaited<ReturnType<typeof everything>>;

  /** All that the API shows of the chats, in pages of a size that fits nothing. */
  async function everything() {
    const pages = stage.part(MessagePages);
    const all = async (read: (cursor?: string) => ReturnType<MessagePages['ofChat']>): Promise<MessageView[]> => {
      const items: MessageView[] = [];
      let cursor: string | undefined;
      do {
        const page = await read(cursor);
        items.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return items;
    };
    const history: MessageView[] = [];
    for await (const page of stage.part(MessageHistory).read(chatId, {})) history.push(...page);
    return {
      pages: await all((cursor) => pages.ofChat(chatId, { limit: 37, cursor })),
      tagged: await all((cursor) => pages.ofChat(chatId, { limit: 7, cursor, filter: { tag: 'urgent' } })),
      found: await all((cursor) => pages.search('invoice meeting', null, { limit: 31, cursor })),
      foundHere: await all((cursor) => pages.search('tickets', other, { limit: 11, cursor })),
      none: await all((cursor) => pages.search('xylophone', null, { limit: 11, cursor })),
      history,
    };
  }

  beforeAll(async () => {
    stage = await ArchiveStage.open();
    chatId = await stage.chat('7-7@g.us', 2_300, { people: 4 });
    other = await stage.chat('34600000009@c.us', 400, { last: new Date('2025-02-28T20:00:00Z') });
    await stage.decorate(chatId);
    live = await everything();
  }, 120_000);

  afterAll(() => stage.close());

  it('are read and searched as if they were where they came from', async () => {
    expect(live.pages).toHaveLength(2_300);
    expect(live.history.map(({ id }) => id)).toEqual(live.pages.map(({ id }) => id).reverse());
    for (const found of [live.tagged, live.found, live.foundHere]) expect(found.length).toBeGreaterThan(20);
    expect(live.none).toEqual([]);
    await stage.part(ChatArchiver).archive(chatId, ORDER);
    expect(await everything()).toEqual(live);
    await stage.part(ChatArchiver).archive(other, ORDER);
    expect(await everything()).toEqual(live);
  }, 120_000);

  it('gives a part by time, also where an archive and newer messages meet', async () => {
    await stage.part(ChatArchiver).archive(chatId, ORDER);
    await stage.chat('7-7@g.us', 10, { people: 4, last: new Date('2025-04-01T10:00:00Z') }).catch(() => undefined);
    await stage.rows(`UPDATE messages SET external_id = 'new' || external_id WHERE chat_id = $1`, [chatId]);
    const range = { from: new Date('2025-03-01T09:30:00Z'), to: new Date('2025-04-01T09:55:00Z') };
    const read: MessageView[] = [];
    for await (const page of stage.part(MessageHistory).read(chatId, range)) read.push(...page);
    expect(read.length).toBe(31 + 5);
    expect(read.map(({ sentAt }) => sentAt.getTime())).toEqual(
      read.map(({ sentAt }) => sentAt.getTime()).sort((a, b) => a - b),
    );
    const page = await stage.part(MessagePages).ofChat(chatId, { limit: 20 });
    expect(page.items).toHaveLength(20);
    expect(page.items[9]?.sentAt.getMonth()).not.toBe(page.items[10]?.sentAt.getMonth());
  });
});

describe('many archived conversations that went on at once', () => {
  let stage: ArchiveStage;

  beforeAll(async () => {
    stage = await ArchiveStage.open();
  });

  afterAll(() => stage.close());

  it('are searched to the end in small pages', async () => {
    const chats: string[] = [];
    for (let place = 0; place < 55; place += 1) chats.push(await stage.chat(`3461000${1000 + place}@c.us`, 12));
    const search = async (): Promise<string[]> => {
      const found: string[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < 200; page += 1) {
        const { items, nextCursor } = await stage
          .part(MessagePages)
          .search('coffee ticket', null, { limit: 10, cursor });
        found.push(...items.map(({ id }) => id));
        if (nextCursor === null) return found;
        cursor = nextCursor;
      }
      throw new Error(`the search does not end: ${found.length} messages so far`);
    };
    const before = await search();
    expect(before.length).toBeGreaterThan(100);
    for (const chat of chats) await stage.part(ChatArchiver).archive(chat, ORDER);
    expect(await search()).toEqual(before);
  }, 120_000);
});
