import { Injectable } from '@nestjs/common';

import { MessageLabels } from '#messaging';

import { SURE, type Action } from './automation.js';
import { AutomationChats } from './automation-chats.service.js';
import { AutomationNotifications } from './automation-notifications.service.js';
import type { ActionResult } from './automation-run.entity.js';
import type { ActiveAutomation } from './automation-view.js';
import type { ClaimedRun } from './run-book.service.js';
import { WebhookDesk } from './webhook-desk.service.js';

/** What automations do, each so that doing it twice is doing it once. */
@Injectable()
export class AutomationActions {
  constructor(
    private readonly labels: MessageLabels,
    private readonly chats: AutomationChats,
    private readonly notifications: AutomationNotifications,
    private readonly webhooks: WebhookDesk,
  ) {}

  /** What became of it, as long as nothing fails. */
  async perform(action: Action, automation: ActiveAutomation, run: ClaimedRun): Promise<ActionResult> {
    switch (action.kind) {
      case 'tag':
        return resultOf(await this.tag(run.messageId, action.tags));
      case 'notify':
        return resultOf(await this.notifications.tell(automation, run));
      case 'pause':
        return resultOf(await this.chats.restrict(run.chatId, 'paused'));
      case 'draft':
        return resultOf(await this.chats.restrict(run.chatId, 'draft'));
      case 'archive':
        return this.chats.archive(automation, run);
      case 'webhook':
        return resultOf(await this.webhooks.put(action, automation, run), 'handed-over');
    }
  }

  /** Beside the tags that are known with some confidence. Its chat has them by its roll-up, as long as nobody corrected that. */
  private async tag(messageId: string, tags: readonly string[]): Promise<string | null> {
    const [message] = await this.labels.of([messageId]);
    if (!message) return 'message.gone';
    const known = message.labels.tags.filter(({ confidence }) => confidence >= SURE).map(({ value }) => value);
    if (tags.every((tag) => known.includes(tag))) return 'tags.there-already';
    await this.labels.correct([{ messageId, facet: 'tags', values: [...new Set([...known, ...tags])] }]);
    return null;
  }
}

function resultOf(nothingToDo: string | null, done: 'done' | 'handed-over' = 'done'): ActionResult {
  return nothingToDo === null ? { outcome: done } : { outcome: 'skipped', reason: nothingToDo };
}
