import { jest } from '@jest/globals';

import { ArchiveStage } from '../../testing/archive-stage.js';
import { ArchiveReader } from './archive-reader.service.js';
import { ArchiveRepacker } from './archive-repacker.service.js';
import { ChatArchiver, type ArchiveOrder } from './chat-archiver.service.js';
import { ChatRestorer } from './chat-restorer.service.js';

const ORDER: ArchiveOrder = { reason: null, requestedBy: 'test', taskId: null, codec: 'none' };

describe('archives that two work at', () => {
  let stage: ArchiveStage;

  beforeAll(async () => {
    stage = await ArchiveStage.open();
  });

  afterEach(() => jest.restoreAllMocks());

  afterAll(() => stage.close());

  async function archived(externalId: string): Promise<{ chatId: string; archiveId: string; before: string[] }> {
    const chatId = await stage.chat(externalId, 60);
    const before = await stage.dump(chatId);
    await stage.part(ChatArchiver).archive(chatId, ORDER);
    const { id } = await stage.row<{ id: string }>('SELECT id FROM archives WHERE chat_id = $1', [chatId]);
    return { chatId, archiveId: id, before };
  }

  it.each(['before', 'after'] as const)(
    'come back when they are packed anew %s a segment is read for the last time, while the chat is free',
    async (when) => {
      const { chatId, archiveId, before } = await archived(`${when}-1@g.us`);
      const reader = stage.part(ArchiveReader);
      const open = reader.open.bind(reader);
      let meanwhile = async (): Promise<void> => {
        meanwhile = () => Promise.resolve();
        await stage.rows('SELECT 1 FROM chats WHERE id = $1 FOR UPDATE NOWAIT', [chatId]);
        expect(await stage.part(ArchiveRepacker).repack(archiveId)).toBe(true);
      };
      jest.spyOn(reader, 'open').mockImplementation(async (segment, manager) => {
        if (manager && when === 'before') await meanwhile();
        const opened = await open(segment, manager);
        if (manager && when === 'after') await meanwhile();
        return opened;
      });
      expect(await stage.part(ChatRestorer).restore(chatId)).toEqual({ archives: 1, messages: 60 });
      expect(await stage.dump(chatId)).toEqual(before);
      expect(await stage.rows('SELECT key FROM archive_payloads')).toEqual([]);
    },
  );

  it('are packed anew by one, and the other harms nothing', async () => {
    const { chatId, archiveId, before } = await archived('34600000002@c.us');
    const [reader, repacker] = [stage.part(ArchiveReader), stage.part(ArchiveRepacker)];
    const payloadOf = reader.payloadOf.bind(reader);
    jest.spyOn(reader, 'payloadOf').mockImplementationOnce(async (segment) => {
      const payload = await payloadOf(segment);
      expect(await repacker.repack(archiveId)).toBe(true);
      return payload;
    });
    expect(await repacker.repack(archiveId)).toBe(false);
    expect(await stage.rows('SELECT key FROM archive_payloads')).toHaveLength(1);
    await stage.part(ChatRestorer).restore(chatId);
    expect(await stage.dump(chatId)).toEqual(before);
  });
});
