import { Injectable, type OnModuleInit } from '@nestjs/common';

import { ScheduledTasks } from '#agents';
import { ArchiveConfig, ServerConfig } from '#config';

import './archive.task.js';

export const ARCHIVE_SCHEDULE = 'auto_archive';

/** Says when chats are put away by themselves. */
@Injectable()
export class ArchiveSchedule implements OnModuleInit {
  constructor(
    private readonly scheduled: ScheduledTasks,
    private readonly settings: ArchiveConfig,
    private readonly server: ServerConfig,
  ) {}

  onModuleInit(): void {
    this.scheduled.add({
      id: ARCHIVE_SCHEDULE,
      name: 'Auto-archive old conversations',
      rhythm: { cron: '0 3 * * *', zone: this.server.timeZone },
      task: 'conversation.archive',
      payload: {},
      enabled: this.settings.enabled,
    });
  }
}
