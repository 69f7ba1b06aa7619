import { TaskRecords } from '#agents';
import { waitFor } from '#testing';

import { ArchiveStage } from '../../testing/archive-stage.js';
import type { ArchiveReport } from './archive-report.js';
import { ChatArchiver, type ArchiveOrder } from './chat-archiver.service.js';
import { ChatSurvey } from './scoring/chat-survey.service.js';

const ORDER: ArchiveOrder = { reason: null, requestedBy: 'test', taskId: null, codec: 'brotli' };
const DAY_MS = 86_400_000;

describe('the archive by hand', () => {
  let stage: ArchiveStage;

  beforeAll(async () => {
    stage = await ArchiveStage.open({ TZ: 'UTC' });
  });

  afterAll(() => stage.close());

  async function post(path: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await stage.app.request(`/api/conversations/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async function get(path: string): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await stage.app.request(`/api/conversations/${path}`);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async function finished<T>(taskId: unknown): Promise<T> {
    const task = await waitFor(
      async () => {
        const found = await stage.part(TaskRecords).get(String(taskId));
        return ['completed', 'failed'].includes(found.status) && found;
      },
      { what: 'the task to end', timeoutMs: 20_000 },
    );
    expect(task.error).toBeNull();
    return task.outputData as T;
  }

  it('puts away by hand what is open, and says that it was; what was brought back stays for the night', async () => {
    const now = Date.now();
    const phone = '34600000024@c.us';
    const chatId = await stage.chat(phone, 10, { last: new Date(now - 100 * DAY_MS) });
    await stage.rows(`UPDATE chats SET taken_over_until = now() + interval '1 hour' WHERE id = $1`, [chatId]);
    const started = await post('archive', { chat_ids: [phone, 'nobody@c.us'] });
    expect(started.body.unknown_chat_ids).toEqual(['nobody@c.us']);
    expect(await finished<ArchiveReport>(started.body.task_id)).toMatchObject({
      archived: [phone],
      warnings: [{ chat_id: phone, reasons: ['The owner has taken this chat over.'] }],
    });
    await stage.rows('UPDATE chats SET taken_over_until = NULL WHERE id = $1', [chatId]);
    expect((await get('chats?archived=true&limit=200')).body.chats).toContainEqual(
      expect.objectContaining({ id: chatId }),
    );
    expect((await get('chats?archived=false&limit=200')).body.chats).not.toContainEqual(
      expect.objectContaining({ id: chatId }),
    );

    await finished((await post('unarchive', { chat_id: phone })).body.task_id);
    const night = async () => (await stage.part(ChatSurvey).candidates(null, 100)).map((chat) => chat.chatId);
    expect(await night()).not.toContain(chatId);
    const { chats } = (await post('archive/preview', { chat_ids: [chatId] })).body;
    expect(chats).toMatchObject([{ decision: 'keep', reasons: [expect.stringContaining('You brought it back')] }]);
    await stage.rows(`UPDATE chats SET restored_at = restored_at - interval '61 days' WHERE id = $1`, [chatId]);
    expect(await night()).toContain(chatId);
  });

  it('says of a message that it is archived to who wants to change what is known about it', async () => {
    const chatId = await stage.chat('34600000025@c.us', 5);
    const { id, external_id: externalId } = await stage.row<{ id: string; external_id: string }>(
      'SELECT id, external_id FROM messages WHERE chat_id = $1 ORDER BY sent_at LIMIT 1',
      [chatId],
    );
    await stage.part(ChatArchiver).archive(chatId, ORDER);
    for (const name of [id, externalId]) {
      const analyzed = await stage.app.request(`/api/conversations/messages/${name}/analyze`, { method: 'POST' });
      expect([analyzed.status, await analyzed.json()]).toEqual([
        409,
        expect.objectContaining({ code: 'message.archived', details: { chat_id: chatId } }),
      ]);
    }
    expect((await post('metadata', { updates: [{ message_id: id }, { message_id: 'nobody' }] })).body).toMatchObject({
      updated_messages: 0,
      unknown_message_ids: ['nobody'],
      archived_messages: [{ message_id: id, chat_id: chatId }],
    });
  });
});
