import { Injectable } from '@nestjs/common';

import { TaskRecords } from '#agents';
import { ChatReader, ChatSettingsService } from '#messaging';

import '../archive/archive.task.js';
import type { Automation } from './automation-view.js';
import type { ClaimedRun } from './run-book.service.js';

/** What automations do with whole chats. */
@Injectable()
export class AutomationChats {
  constructor(
    private readonly chats: ChatReader,
    private readonly settings: ChatSettingsService,
    private readonly tasks: TaskRecords,
  ) {}

  /** Never makes a chat freer than somebody set it. Null when it is done; else why there was nothing to do. */
  async restrict(chatId: string, mode: 'paused' | 'draft'): Promise<string | null> {
    const { replyMode } = await this.chats.find(chatId);
    if (replyMode === mode || replyMode === 'paused') return 'chat.restricted-already';
    await this.settings.change(chatId, { replyMode: mode });
    return null;
  }

  /** Starts the task; what keeps the chat from being archived is told there. */
  async archive({ id, name }: Automation, run: ClaimedRun): Promise<null> {
    const requestedBy = `automation:${id}`;
    await this.tasks.start(
      'conversation.archive',
      { chatIds: [run.chatId], reason: `automation: ${name}`, requestedBy },
      { requestedBy, key: `automation:${run.id}` },
    );
    return null;
  }
}
