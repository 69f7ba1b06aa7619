import { TestProcess } from '#testing/app';

import { ArchiveStage } from '../../testing/archive-stage.js';
import { ChatArchiver, type ArchiveOrder } from './chat-archiver.service.js';
import { ChatRestorer } from './chat-restorer.service.js';

const ORDER: ArchiveOrder = { reason: null, requestedBy: 'test', taskId: null, codec: 'brotli' };
const MESSAGES = 1_500;

describe('kill -9 in the midst of an archive (promise 12)', () => {
  let stage: ArchiveStage;
  let chatId: string;
  let original: string[];

  beforeAll(async () => {
    stage = await ArchiveStage.open();
    chatId = await stage.chat('123456@c.us', MESSAGES);
    await stage.decorate(chatId);
    original = await stage.dump(chatId);
  }, 120_000);

  afterAll(() => stage.close());

  /** Another process does it, and dies at the step. */
  async function dieAt(failpoint: string, path: string, body: unknown): Promise<void> {
    await stage.whileStopped(async (databaseUrl) => {
      const program = await TestProcess.start(databaseUrl, { FAILPOINT: failpoint });
      try {
        await program.request(`/api/conversations/${path}`, { method: 'POST', body: JSON.stringify(body) });
        // A test that never reaches its step says nothing.
        expect(await program.died(60_000)).toBe(true);
      } finally {
        await program.end('SIGKILL');
      }
      // Here it is looked at what the dead process left, not at what its heir makes of it.
    });
    await stage.rows(
      `UPDATE tasks SET status = 'cancelled', finished_at = now() WHERE status IN ('queued', 'running')`,
    );
  }

  it.each(['archive.read', 'archive.put', 'archive.moved'])(
    'leaves the chat as it was at %s',
    async (step) => {
      await dieAt(step, 'archive', { chat_ids: [chatId] });
      expect(await stage.dump(chatId)).toEqual(original);
      expect(await stage.rows('SELECT id FROM archives UNION ALL SELECT archive_id FROM archive_segments')).toEqual([]);
      expect(await stage.rows('SELECT key FROM archive_payloads')).toEqual([]);
      expect(await stage.part(ChatArchiver).archive(chatId, ORDER)).toMatchObject({
        kind: 'archived',
        messages: MESSAGES,
      });
      await stage.part(ChatRestorer).restore(chatId);
      expect(await stage.dump(chatId)).toEqual(original);
    },
    240_000,
  );

  it('has all of it in the archive at archive.committed', async () => {
    await dieAt('archive.committed', 'archive', { chat_ids: [chatId] });
    expect(await stage.dump(chatId)).toEqual([]);
    await stage.part(ChatRestorer).restore(chatId);
    expect(await stage.dump(chatId)).toEqual(original);
  }, 240_000);

  it.each(['restore.read', 'restore.moved'])(
    'still has all of it in the archive at %s',
    async (step) => {
      await stage.part(ChatArchiver).archive(chatId, ORDER);
      await dieAt(step, 'unarchive', { chat_id: chatId });
      expect(await stage.dump(chatId)).toEqual([]);
      await stage.part(ChatRestorer).restore(chatId);
      expect(await stage.dump(chatId)).toEqual(original);
    },
    240_000,
  );

  it('has the chat back at restore.committed', async () => {
    await stage.part(ChatArchiver).archive(chatId, ORDER);
    await dieAt('restore.committed', 'unarchive', { chat_id: chatId });
    expect(await stage.dump(chatId)).toEqual(original);
    expect(await stage.rows('SELECT id FROM archives')).toEqual([]);
  }, 240_000);
});
