import { Agent, Handles, type PayloadOf, type ResultOf, type TaskContext } from '#agents';

import { ArchiveService, type ArchiveRun } from './archive.service.js';
import { ChatRestorer } from './chat-restorer.service.js';

/** Puts chats away, and brings them back. */
@Agent('conversation-manager')
export class ArchiveAgent {
  constructor(
    private readonly archive: ArchiveService,
    private readonly restorer: ChatRestorer,
  ) {}

  @Handles('conversation.archive')
  async archiveChats(
    { chatIds, requestedBy = 'auto_archive', ...order }: PayloadOf<'conversation.archive'>,
    { taskId, signal, progress }: TaskContext,
  ): Promise<ResultOf<'conversation.archive'>> {
    const onProgress: ArchiveRun['onProgress'] = (done, total) =>
      progress(
        total === null ? 0 : Math.floor((done / total) * 100),
        `${done}${total === null ? '' : ` of ${total}`} chats`,
      );
    const run = { ...order, requestedBy, taskId, signal, onProgress };
    if (chatIds) return this.archive.archiveThese(chatIds, run);
    await this.restorer.recheckDamaged(signal);
    return this.archive.archiveDue(run);
  }

  @Handles('conversation.unarchive')
  async unarchiveChat({
    chatId,
    byHand,
  }: PayloadOf<'conversation.unarchive'>): Promise<ResultOf<'conversation.unarchive'>> {
    const restored = byHand ? await this.restorer.restoreByHand(chatId) : await this.restorer.restore(chatId);
    return { chat_id: chatId, ...restored };
  }
}
