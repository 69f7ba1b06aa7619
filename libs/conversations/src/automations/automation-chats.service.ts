import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { TaskRecords } from '#agents';
import { Clock } from '#kernel';
import { ChatSettingsService, OutboxDesk } from '#messaging';

import '../archive/archive.task.js';
import { CHAT_WORK_SQL, holdsOf, type ChatWork } from '../archive/chat-holds.js';
import type { ActionResult } from './automation-run.entity.js';
import type { Automation } from './automation-view.js';
import type { ClaimedRun } from './run-book.service.js';

/** For so long a chat that may not be archived yet is tried again. */
const PATIENCE_MS = 3_600_000;
/** Why a reply that waited in the outbox was thrown away. */
const DISCARDED = 'paused-by-automation';

interface ChatRow extends ChatWork {
  readonly replyMode: string | null;
  /** Nothing of it is outside an archive, or this run's task put it away. */
  readonly archived: boolean;
}

/** What automations do with whole chats. */
@Injectable()
export class AutomationChats {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: ChatSettingsService,
    private readonly outbox: OutboxDesk,
    private readonly tasks: TaskRecords,
    private readonly clock: Clock,
  ) {}

  /**
   * Never makes a chat freer than somebody set it. Null when it is done; else why there was nothing to do. Our own replies that have not
   * left a chat that is paused never will: else they would leave whenever somebody set it free.
   */
  async restrict(chatId: string, mode: 'paused' | 'draft'): Promise<string | null> {
    const replyMode = (await this.chat(chatId))?.replyMode;
    const restricted = replyMode === mode || replyMode === 'paused';
    if (!restricted) await this.settings.change(chatId, { replyMode: mode });
    if (mode === 'paused') await this.outbox.discardReplies(chatId, DISCARDED);
    return restricted ? 'chat.restricted-already' : null;
  }

  /** Done when it is archived, and not before: until then it waits, for an hour, for what is under way in the chat. */
  async archive({ id, name }: Automation, run: ClaimedRun): Promise<ActionResult> {
    const key = `automation:${run.id}`;
    if ((await this.chat(run.chatId))?.replyMode === 'paused') await this.outbox.discardReplies(run.chatId, DISCARDED);
    const chat = await this.chat(run.chatId, key);
    if (!chat || chat.archived) return { outcome: 'done' };
    const [hold] = holdsOf(chat);
    if (this.clock.now().getTime() - run.createdAt.getTime() >= PATIENCE_MS)
      return { outcome: 'skipped', reason: `archive.${hold?.code ?? 'failed'}` };
    if (hold) return { outcome: 'waiting', reason: `archive.${hold.code}` };
    const requestedBy = `automation:${id}`;
    await this.tasks.start(
      'conversation.archive',
      { chatIds: [run.chatId], reason: `automation: ${name}`, requestedBy },
      { requestedBy, key },
    );
    return { outcome: 'waiting', reason: 'archive.under-way' };
  }

  private async chat(chatId: string, taskKey: string | null = null): Promise<ChatRow | undefined> {
    const [row] = await this.dataSource.query<ChatRow[]>(CHAT_SQL, [chatId, taskKey]);
    return row;
  }
}

const CHAT_SQL = `
SELECT reply_mode AS "replyMode", ${CHAT_WORK_SQL},
  archived_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM messages WHERE messages.chat_id = chats.id)
    OR EXISTS (SELECT 1 FROM tasks WHERE key = $2 AND status = 'completed' AND (output_data->>'archived_count')::integer > 0) AS archived
FROM chats WHERE id = $1`;
