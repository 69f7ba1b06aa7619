import { DataKeys } from '#security';

import { waitFor } from '#testing';

import { ArchiveStage } from '../../testing/archive-stage.js';
import { ArchiveKeeping } from './archive-keeping.service.js';
import { ChatArchiver, type ArchiveOrder } from './chat-archiver.service.js';
import { ChatRestorer } from './chat-restorer.service.js';
import { repackSegment } from './codec/segment-codec.js';

const ORDER: ArchiveOrder = { reason: null, requestedBy: 'test', taskId: null, codec: 'none' };
/** Bytes of a payload that are changed one by one; `ARCHIVE_FLIPS=100000` takes all. */
const FLIPS = Number(process.env.ARCHIVE_FLIPS ?? 300);
const SIGNAL = new AbortController().signal;

describe.each(['postgres', 'files'] as const)('archives on %s', (store) => {
  let stage: ArchiveStage;

  beforeAll(async () => {
    stage = await ArchiveStage.open({ ARCHIVE_STORE: store });
  });

  afterAll(() => stage.close());

  it('come back to the byte', async () => {
    const chatId = await stage.chat('34600000001@c.us', 1_500);
    await stage.decorate(chatId);
    const before = await stage.dump(chatId);
    await stage.part(ChatArchiver).archive(chatId, ORDER);
    await stage.part(ChatRestorer).restore(chatId);
    expect(await stage.dump(chatId)).toEqual(before);
    expect(await stage.part(ArchiveKeeping).removeStray({ dryRun: true, signal: SIGNAL })).toMatchObject({
      payloads: 0,
    });
  });

  it('are compressed later, with nothing lost', async () => {
    const chatId = await stage.chat('34600000002@c.us', 300);
    await stage.decorate(chatId);
    const before = await stage.dump(chatId);
    await stage.part(ChatArchiver).archive(chatId, ORDER);
    const bytes = async () =>
      Number(
        (await stage.row<{ bytes: string }>('SELECT stored_bytes AS bytes FROM archives WHERE chat_id = $1', [chatId]))
          .bytes,
      );
    const large = await bytes();
    const keeping = stage.part(ArchiveKeeping);
    await stage.rows(`UPDATE archives SET created_at = created_at - interval '40 days' WHERE chat_id = $1`, [chatId]);
    expect(await keeping.compress({ olderThanDays: 50, dryRun: false, signal: SIGNAL })).toEqual({
      compressed: 0,
      failed: 0,
    });
    expect(await keeping.compress({ olderThanDays: 30, dryRun: true, signal: SIGNAL })).toEqual({
      compressed: 1,
      failed: 0,
    });
    expect(await bytes()).toBe(large);
    expect(await keeping.compress({ olderThanDays: 30, dryRun: false, signal: SIGNAL })).toEqual({
      compressed: 1,
      failed: 0,
    });
    expect(await bytes()).toBeLessThan(large / 2);
    expect(await keeping.compress({ olderThanDays: 30, dryRun: false, signal: SIGNAL })).toEqual({
      compressed: 0,
      failed: 0,
    });
    await stage.part(ChatRestorer).restore(chatId);
    expect(await stage.dump(chatId)).toEqual(before);
  });

  it('expire, and leave the chat', async () => {
    const last = new Date('2025-03-01T10:00:00.123Z');
    const chatId = await stage.chat('34600000003@c.us', 40, { last });
    for (const [facet, source] of [
      ['category', 'model'],
      ['tags', 'operator'],
    ]) {
      await stage.rows(
        `INSERT INTO chat_labels (chat_id, facet, "values", shares, source, labelled_at) VALUES ($1, $2, ARRAY['payment'], ARRAY[1], $3, now())`,
        [chatId, facet, source],
      );
    }
    await stage.part(ChatArchiver).archive(chatId, ORDER);
    await stage.rows(`UPDATE archives SET created_at = created_at - interval '400 days' WHERE chat_id = $1`, [chatId]);
    const order = { olderThanDays: 365, signal: SIGNAL };
    expect(await stage.part(ArchiveKeeping).expire({ ...order, dryRun: true })).toEqual({ archives: 1, messages: 40 });
    expect(await stage.part(ArchiveKeeping).expire({ ...order, dryRun: false })).toEqual({ archives: 1, messages: 40 });
    expect(await stage.part(ArchiveKeeping).expire({ ...order, dryRun: false })).toEqual({ archives: 0, messages: 0 });
    const chat = await stage.row(
      'SELECT archived_at, message_count, first_message_at, forgotten_until FROM chats WHERE id = $1',
      [chatId],
    );
    // Nor does a comparison with the phone bring back what was in it.
    expect(chat).toEqual({ archived_at: null, message_count: 0, first_message_at: null, forgotten_until: last });
    // Nor is it filed by what nobody can read any more; what the operator said of it stays.
    expect(await stage.rows('SELECT facet FROM chat_labels WHERE chat_id = $1', [chatId])).toEqual([{ facet: 'tags' }]);
    expect(await stage.part(ArchiveKeeping).removeStray({ dryRun: true, signal: SIGNAL })).toMatchObject({
      payloads: 0,
    });
  });
});

describe('a damaged archive (promise 12)', () => {
  let stage: ArchiveStage;
  let chatId: string;

  beforeAll(async () => {
    stage = await ArchiveStage.open();
    chatId = await stage.chat('34600000001@c.us', 1_100);
    await stage.part(ChatArchiver).archive(chatId, { ...ORDER, codec: 'brotli' });
  });

  afterAll(() => stage.close());

  async function expectRefused(): Promise<void> {
    await expect(stage.part(ChatRestorer).restore(chatId)).rejects.toMatchObject({ code: 'archive.damaged' });
    expect(await stage.rows('SELECT id FROM messages WHERE chat_id = $1', [chatId])).toEqual([]);
    expect(await stage.row('SELECT state, damage IS NOT NULL AS said FROM archives')).toEqual({
      state: 'damaged',
      said: true,
    });
    await stage.rows(`UPDATE archives SET state = 'complete', damage = NULL`);
  }

  it('is refused whatever byte of it is another, and nothing is touched', async () => {
    const { key, bytes } = await stage.row<{ key: string; bytes: Buffer }>(
      'SELECT key, bytes FROM archive_payloads ORDER BY key LIMIT 1',
    );
    const step = Math.max(1, Math.floor(bytes.length / FLIPS));
    for (let at = 0; at < bytes.length; at += step) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      await stage.rows('UPDATE archive_payloads SET bytes = $2 WHERE key = $1', [key, flipped]);
      await expectRefused();
    }
    await stage.rows('UPDATE archive_payloads SET bytes = $2 WHERE key = $1', [key, bytes]);
  }, 120_000);

  it('is refused when another payload lies in the place of its own, though it opens', async () => {
    const { key, bytes } = await stage.row<{ key: string; bytes: Buffer }>(
      'SELECT key, bytes FROM archive_payloads ORDER BY key LIMIT 1',
    );
    const { id: archiveId, subject_id: subjectId } = await stage.row<{ id: string; subject_id: string }>(
      'SELECT id, subject_id FROM archives',
    );
    const address = { archiveId, subjectId, place: Number(/(\d+)\.brotli$/.exec(key)?.[1]), codec: 'brotli' as const };
    const sealedAgain = await repackSegment(bytes, address, address, stage.part(DataKeys));
    await stage.rows('UPDATE archive_payloads SET bytes = $2 WHERE key = $1', [key, sealedAgain]);
    await expectRefused();
    await stage.rows('UPDATE archive_payloads SET bytes = $2 WHERE key = $1', [key, bytes]);
  });

  it('is refused when it holds another number of messages than was noted', async () => {
    await stage.rows('UPDATE archive_segments SET message_count = message_count + 1 WHERE place = 0');
    await stage.rows('UPDATE archives SET message_count = message_count + 1');
    await expectRefused();
    await stage.rows('UPDATE archive_segments SET message_count = message_count - 1 WHERE place = 0');
    await stage.rows('UPDATE archives SET message_count = message_count - 1');
  });

  it('is refused when a payload is missing', async () => {
    await stage.rows(`UPDATE archive_payloads SET key = key || 'x'`);
    await expectRefused();
    await stage.rows('UPDATE archive_payloads SET key = left(key, -1)');
  });

  it('is refused when a segment is missing', async () => {
    const segment = await stage.row<Record<string, unknown>>('SELECT * FROM archive_segments WHERE place = 1');
    await stage.rows('DELETE FROM archive_segments WHERE place = 1');
    await expectRefused();
    const columns = Object.keys(segment);
    const places = columns.map((_, at) => `$${at + 1}`);
    await stage.rows(
      `INSERT INTO archive_segments (${columns.join()}) VALUES (${places.join()})`,
      Object.values(segment),
    );
  });

  it('is told to whoever reads or searches, exports or looks at the health of the program', async () => {
    const { id } = await stage.row<{ id: string }>('SELECT id FROM archives');
    const get = async (path: string) => (await (await stage.app.request(path)).json()) as Record<string, unknown>;
    const health = async () => (await get('/health')).services as { archives: { status: string; reason?: string } };
    expect((await health()).archives).toEqual(expect.objectContaining({ status: 'up' }));
    await stage.rows(`UPDATE archive_payloads SET bytes = '\\x00'::bytea || bytes`);
    const messages = await get(`/api/conversations/chats/${chatId}/messages`);
    expect(messages).toMatchObject({ messages: [], unreadable_archives: [id] });
    expect((await get('/api/conversations/messages/search?q=invoice')).unreadable_archives).toEqual([id]);
    const { archives } = await get('/api/conversations/archives?state=damaged');
    expect(archives).toMatchObject([{ id, state: 'damaged', damage: 'the checksum of a payload is another' }]);
    expect((await get('/api/conversations/archives?state=complete')).archives).toEqual([]);
    expect((await health()).archives).toMatchObject({
      status: 'degraded',
      reason: expect.stringContaining('bring the payloads back') as string,
    });
    const body = JSON.stringify({ chat_ids: [chatId], format: 'txt' });
    const started = await stage.app.request('/api/conversations/export', { method: 'POST', body });
    const { task_id: taskId } = (await started.json()) as { task_id: string };
    const task = await waitFor(
      async () => {
        const now = await get(`/api/conversations/tasks/${taskId}`);
        return now.status === 'completed' && now;
      },
      { what: 'the export' },
    );
    expect(task).toMatchObject({
      progress_message: expect.stringContaining('not whole') as string,
      output_data: { messages: 0, damaged_chats: [chatId], warnings: [expect.any(String), expect.any(String)] },
    });
    await stage.part(ChatRestorer).recheckDamaged(SIGNAL);
    expect((await health()).archives.status).toBe('degraded');
    await stage.rows('UPDATE archive_payloads SET bytes = substr(bytes, 2)');
    await stage.part(ChatRestorer).recheckDamaged(SIGNAL);
    expect((await health()).archives.status).toBe('up');
    expect((await get(`/api/conversations/chats/${chatId}/messages`)).unreadable_archives).toEqual([]);
  });

  it('comes back once it is whole again', async () => {
    expect(await stage.part(ChatRestorer).restore(chatId)).toEqual({ archives: 1, messages: 1_100 });
  });
});
