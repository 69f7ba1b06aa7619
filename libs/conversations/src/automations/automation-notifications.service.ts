import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';
import { Realtime } from '#realtime';

import type { Automation } from './automation-view.js';
import type { ClaimedRun } from './run-book.service.js';

declare module '#realtime' {
  interface RealtimeEventMap {
    /** An automation wants the operator to look at a message. */
    'automation:notified': {
      scope: 'chats:read';
      payload: {
        /** Of the run. */
        readonly id: string;
        readonly automation_id: string;
        readonly automation_name: string;
        readonly chat_id: string;
        readonly message_id: string;
        readonly at: string;
      };
    };
  }
}

/** Tells the operator. */
@Injectable()
export class AutomationNotifications {
  constructor(
    private readonly dataSource: DataSource,
    private readonly realtime: Realtime,
    private readonly clock: Clock,
  ) {}

  /** Null when told now; else why not. */
  async tell({ id, name }: Automation, run: ClaimedRun): Promise<string | null> {
    const at = this.clock.now();
    const inserted = await this.dataSource.query<unknown[]>(
      'INSERT INTO automation_notifications (run_id, created_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING run_id',
      [run.id, at],
    );
    if (inserted.length === 0) return null;
    this.realtime.publish({
      event: 'automation:notified',
      scope: 'chats:read',
      payload: {
        id: run.id,
        automation_id: id,
        automation_name: name,
        chat_id: run.chatId,
        message_id: run.messageId,
        at: at.toISOString(),
      },
    });
    return null;
  }
}
