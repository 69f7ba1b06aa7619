import { Injectable, type OnModuleInit } from '@nestjs/common';

import { ScheduledTasks } from '#agents';
import { CleanupConfig, ServerConfig } from '#config';

import './cleanup.task.js';

export const CLEANUP_SCHEDULE = 'database_cleanup';

/** Says when the database is cleaned up. */
@Injectable()
export class CleanupSchedule implements OnModuleInit {
  constructor(
    private readonly scheduled: ScheduledTasks,
    private readonly settings: CleanupConfig,
    private readonly server: ServerConfig,
  ) {}

  onModuleInit(): void {
    const [hour, minute] = this.settings.runTime.split(':').map(Number);
    this.scheduled.add({
      id: CLEANUP_SCHEDULE,
      name: 'Database cleanup',
      rhythm: { cron: `${minute} ${hour} * * *`, zone: this.server.timeZone },
      task: 'conversation.cleanup',
      payload: {},
      enabled: this.settings.enabled,
    });
  }
}
