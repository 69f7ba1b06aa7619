import { DataKeys } from '#security';

import { ArchiveStage } from '../../testing/archive-stage.js';
import { ChatArchiver, type ArchiveOrder } from './chat-archiver.service.js';
import { ChatRestorer } from './chat-restorer.service.js';

/** `ARCHIVE_MESSAGES=100000` is the full size. */
const MESSAGES = Number(process.env.ARCHIVE_MESSAGES ?? 5_000);
const ORDER: ArchiveOrder = { reason: null, requestedBy: 'test', taskId: null, codec: 'brotli' };

describe('a chat in the archive and back (promise 12)', () => {
  let stage: ArchiveStage;

  beforeAll(async () => {
    stage = await ArchiveStage.open();
  });

  afterAll(() => stage.close());

  it.each([
    ['a direct chat, compressed', { people: 1, codec: 'brotli' }],
    ['a group, compressed', { people: 5, codec: 'brotli' }],
    ['a group as it is', { people: 3, codec: 'none' }],
  ] as const)(
    'comes back to the byte: %s',
    async (_, { people, codec }) => {
      const id = people > 1 ? `${people}-1@g.us` : '34600000001@c.us';
      const chatId = await stage.chat(id, MESSAGES, { people });
      await stage.decorate(chatId);
      const before = await stage.dump(chatId);
      expect(before.length).toBeGreaterThan(MESSAGES);

      const outcome = await stage.part(ChatArchiver).archive(chatId, { ...ORDER, codec });
      expect(outcome).toMatchObject({ kind: 'archived', messages: MESSAGES });
      expect(await stage.dump(chatId)).toEqual([]);
      const chat = await stage.row(
        'SELECT archived_at IS NOT NULL AS archived, message_count FROM chats WHERE id = $1',
        [chatId],
      );
      expect(chat).toEqual({ archived: true, message_count: MESSAGES });

      expect(await stage.part(ChatRestorer).restore(chatId)).toEqual({ archives: 1, messages: MESSAGES });
      const after = await stage.dump(chatId);
      expect(after.length).toBe(before.length);
      expect(after.filter((line, place) => line !== before[place])).toEqual([]);
      const again = await stage.row('SELECT archived_at, message_count FROM chats WHERE id = $1', [chatId]);
      expect(again).toEqual({ archived_at: null, message_count: MESSAGES });
      expect(await stage.rows('SELECT key FROM archive_payloads')).toEqual([]);
      expect(await stage.rows('SELECT id FROM archives')).toEqual([]);
    },
    60_000 + MESSAGES * 5,
  );

  it('does nothing to a chat that is archived already, or that has no messages', async () => {
    const chatId = await stage.chat('34600000002@c.us', 10);
    await stage.part(ChatArchiver).archive(chatId, ORDER);
    expect(await stage.part(ChatArchiver).archive(chatId, ORDER)).toEqual({ kind: 'already-archived' });
    const empty = await stage.chat('34600000003@c.us', 0);
    expect(await stage.part(ChatArchiver).archive(empty, ORDER)).toMatchObject({
      kind: 'kept',
      holds: [{ code: 'empty' }],
    });
    expect(await stage.part(ChatRestorer).restore(empty)).toEqual({ archives: 0, messages: 0 });
  });

  it('loses what an erased person said, and nothing else', async () => {
    const chatId = await stage.chat('9-9@g.us', 60, { people: 3 });
    await stage.decorate(chatId);
    const before = await stage.dump(chatId);
    const { subject_id: erased } = await stage.row<{ subject_id: string }>(
      `SELECT subject_id FROM messages WHERE chat_id = $1 AND author = 'contact' ORDER BY id LIMIT 1`,
      [chatId],
    );
    await stage.part(ChatArchiver).archive(chatId, ORDER);
    await stage.part(DataKeys).erase(erased);
    await stage.part(ChatRestorer).restore(chatId);
    const after = await stage.dump(chatId);
    expect(after.length).toBe(before.length);
    const touched = after.filter((line) => !before.includes(line));
    expect(touched.length).toBeGreaterThan(0);
    for (const line of touched) expect(line).toMatch(new RegExp(`"subject_id": "${erased}".* null$`));
    expect(after.filter((line) => line.includes(`"subject_id": "${erased}"`) && !line.endsWith(' null'))).toEqual([]);
  });
});
