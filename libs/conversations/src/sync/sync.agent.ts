import { Agent, Handles, TaskRecords, type PayloadOf, type ResultOf, type TaskContext } from '#agents';
import { Clock } from '#kernel';

import { SyncService } from './sync.service.js';

/** Has chats compared with the phone. */
@Agent('conversation-manager')
export class SyncAgent {
  constructor(
    private readonly syncs: SyncService,
    private readonly records: TaskRecords,
    private readonly clock: Clock,
  ) {}

  @Handles('conversation.sync')
  async sync(
    { chat_ids: chatIds, full, active_only: activeOnly }: PayloadOf<'conversation.sync'>,
    { taskId, signal, progress }: TaskContext,
  ): Promise<ResultOf<'conversation.sync'>> {
    const at = taskId === undefined ? this.clock.now() : (await this.records.get(taskId)).createdAt;
    return this.syncs.run({ chatIds, full, activeOnly }, { at, signal, onProgress: progress });
  }
}
