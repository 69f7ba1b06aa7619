import { HistoryReader, HistoryWriter } from '#messaging';

import { ArchiveStage } from '../../testing/archive-stage.js';
import { ChatArchiver } from './chat-archiver.service.js';

const PHONE = '34600000022@c.us';

describe('a past for a chat that was put away', () => {
  let stage: ArchiveStage;
  let chatId: string;

  beforeAll(async () => {
    stage = await ArchiveStage.open();
  });

  beforeEach(async () => {
    chatId = await stage.chat(PHONE, 30);
    await stage.part(ChatArchiver).archive(chatId, {
      ...{ reason: null, requestedBy: 'test', taskId: null, codec: 'brotli' },
    });
    expect(await stored()).toBe(0);
  });

  afterAll(() => stage.close());

  async function stored(): Promise<number> {
    const { count } = await stage.row<{ count: number }>(
      'SELECT count(*)::integer AS count FROM messages WHERE chat_id = $1',
      [chatId],
    );
    return count;
  }

  it('doubles nothing of what the archive holds', async () => {
    const chat = { externalId: PHONE, kind: 'direct', name: 'Test' } as const;
    await stage.part(HistoryWriter).openChat(stage.accountId, chat);
    await stage.chat(PHONE, 30);
    expect(await stored()).toBe(30);
  });

  it('is laid beside what the archive holds before it is written', async () => {
    const overlap = await stage
      .part(HistoryReader)
      .overlap(chatId, { prefix: '3EB0', ids: [], first: new Date(0), last: new Date('2030-01-01') });
    expect(overlap).toMatchObject({ some: true, between: 30 });
  });
});
