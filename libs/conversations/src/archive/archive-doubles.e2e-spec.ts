import { ArchiveStage } from '../../testing/archive-stage.js';
import { ChatArchiver, type ArchiveOrder } from './chat-archiver.service.js';
import { ChatRestorer } from './chat-restorer.service.js';

const ORDER: ArchiveOrder = { reason: null, requestedBy: 'test', taskId: null, codec: 'brotli' };
const MESSAGES = 20;

describe('a message that came again while its original was archived', () => {
  let stage: ArchiveStage;

  beforeAll(async () => {
    stage = await ArchiveStage.open();
  });

  afterAll(() => stage.close());

  interface Row {
    readonly id: string;
    readonly text: boolean;
    readonly words: boolean;
    readonly revoked: boolean;
  }

  function rowsOf(chatId: string): Promise<Row[]> {
    return stage.rows<Row>(
      `SELECT id, body IS NOT NULL AS text, search IS NOT NULL AS words, revoked_at IS NOT NULL AS revoked
       FROM messages WHERE chat_id = $1 ORDER BY sent_at`,
      [chatId],
    );
  }

  async function restored(chatId: string): Promise<Row[]> {
    await stage.part(ChatRestorer).restore(chatId);
    expect(await stage.row('SELECT archived_at, message_count FROM chats WHERE id = $1', [chatId])).toEqual({
      archived_at: null,
      message_count: MESSAGES,
    });
    return rowsOf(chatId);
  }

  it('is there once, when it was archived, too', async () => {
    const chatId = await stage.chat('34600000001@c.us', MESSAGES);
    await stage.decorate(chatId);
    await stage.rows(`UPDATE messages SET participant = '' WHERE chat_id = $1`, [chatId]);
    const originals = await rowsOf(chatId);
    await stage.part(ChatArchiver).archive(chatId, ORDER);
    await stage.chat('34600000001@c.us', MESSAGES);
    await stage.rows(
      `INSERT INTO message_labels (message_id, facet, chat_id, "values", confidences, source, labelled_at)
       SELECT id, 'tags', chat_id, '{urgent}', '{1}', 'operator', now() FROM messages WHERE chat_id = $1`,
      [chatId],
    );
    await stage.part(ChatArchiver).archive(chatId, ORDER);
    const rows = await restored(chatId);
    expect(rows).toHaveLength(MESSAGES);
    for (const original of originals.filter(({ text }) => text)) expect(rows).toContainEqual(original);
  });

  it('stays deleted when it was deleted since', async () => {
    const chatId = await stage.chat('34600000002@c.us', MESSAGES);
    const originals = await rowsOf(chatId);
    await stage.part(ChatArchiver).archive(chatId, ORDER);
    await stage.chat('34600000002@c.us', MESSAGES);
    const [, second] = await rowsOf(chatId);
    await stage.rows('UPDATE messages SET body = NULL, search = NULL, revoked_at = now() WHERE id = $1', [second?.id]);
    expect(await restored(chatId)).toEqual(
      originals.map((row, place) => (place === 1 ? { ...row, text: false, words: false, revoked: true } : row)),
    );
  });

  it('keeps its text when the original has none', async () => {
    const chatId = await stage.chat('34600000003@c.us', MESSAGES);
    const originals = await rowsOf(chatId);
    await stage.rows('UPDATE messages SET body = NULL, search = NULL WHERE id = $1', [originals[1]?.id]);
    await stage.part(ChatArchiver).archive(chatId, ORDER);
    await stage.chat('34600000003@c.us', MESSAGES);
    const [, copy] = await rowsOf(chatId);
    expect(await restored(chatId)).toEqual(originals.map((row, place) => (place === 1 ? copy : row)));
  });
});
