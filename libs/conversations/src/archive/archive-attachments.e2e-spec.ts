import { MediaVault } from '#messaging';
import { FieldCipher } from '#security';

import { ArchiveStage } from '../../testing/archive-stage.js';
import { ChatArchiver } from './chat-archiver.service.js';

const CONTENT = Buffer.from('not really a picture');

describe('attachments of archived messages', () => {
  let stage: ArchiveStage;
  let chatId: string;
  let messages: readonly { readonly id: string; readonly subject_id: string }[];

  beforeAll(async () => {
    stage = await ArchiveStage.open();
    chatId = await stage.chat('34600000021@c.us', 40);
    messages = await stage.rows('SELECT id, subject_id FROM messages WHERE chat_id = $1 ORDER BY sent_at', [chatId]);
    await attach(messages[7]!);
    await stage.part(ChatArchiver).archive(chatId, {
      ...{ reason: null, requestedBy: 'test', taskId: null, codec: 'brotli' },
    });
  });

  afterAll(() => stage.close());

  async function attach({ id, subject_id: subjectId }: { id: string; subject_id: string }): Promise<void> {
    const none = { chatExternalId: '', externalId: '', claimedType: '', attempts: 1 };
    const path = await stage.part(MediaVault).put({ ...none, messageId: id, subjectId }, CONTENT);
    const at = { table: 'media', column: 'file_name', rowId: id };
    await stage.rows(
      `INSERT INTO media (message_id, account_id, chat_external_id, external_id, subject_id, state, claimed_type, mime_type, file_name, size, path, not_before)
       VALUES ($1, $2, 'x@c.us', 'x', $3, 'stored', 'image/jpeg', 'image/jpeg', $4, $5, $6, now())`,
      [id, stage.accountId, subjectId, await stage.part(FieldCipher).seal(subjectId, at, 'café.jpg'), 20, path],
    );
  }

  it('are opened without restoring the chat', async () => {
    const response = await stage.app.request(`/api/messages/${messages[7]!.id}/media`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('content-disposition')).toContain('caf%C3%A9.jpg');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(CONTENT);
    expect(await stage.rows('SELECT 1 FROM messages WHERE chat_id = $1', [chatId])).toEqual([]);
  });

  it('are not found where a message has none', async () => {
    expect((await stage.app.request(`/api/messages/${messages[8]!.id}/media`)).status).toBe(404);
  });
});
