import { Injectable, type OnModuleInit } from '@nestjs/common';

import { ScheduledTasks } from '#agents';
import { SyncConfig } from '#config';

import './sync.task.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Says how often chats are compared with the phone. */
@Injectable()
export class SyncSchedules implements OnModuleInit {
  constructor(
    private readonly scheduled: ScheduledTasks,
    private readonly settings: SyncConfig,
  ) {}

  onModuleInit(): void {
    const { enabled, intervalMinutes, fullIntervalHours } = this.settings;
    this.scheduled.add({
      id: 'auto_sync',
      name: 'Auto-sync messages',
      rhythm: { everyMs: intervalMinutes * MINUTE_MS },
      task: 'conversation.sync',
      payload: { full: false, active_only: true },
      enabled,
    });
    this.scheduled.add({
      id: 'full_sync',
      name: 'Compare whole chats with WhatsApp',
      rhythm: { everyMs: fullIntervalHours * HOUR_MS },
      task: 'conversation.sync',
      payload: { full: true },
      enabled,
    });
  }
}
