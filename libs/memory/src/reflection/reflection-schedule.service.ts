import { Injectable, type OnModuleInit } from '@nestjs/common';

import { ScheduledTasks } from '#agents';
import { MemoryConfig, ServerConfig } from '#config';

import './memory-reflection.task.js';

/** Before people get up, and after the database was cleaned up. */
const AT = '30 4 * * *';

/** Says when what is remembered is reflected on. */
@Injectable()
export class ReflectionSchedule implements OnModuleInit {
  constructor(
    private readonly scheduled: ScheduledTasks,
    private readonly config: MemoryConfig,
    private readonly server: ServerConfig,
  ) {}

  onModuleInit(): void {
    this.scheduled.add({
      id: 'memory_reflection',
      name: 'Reflect on what is remembered',
      rhythm: { cron: AT, zone: this.server.timeZone },
      task: 'memory.reflection',
      payload: {},
      enabled: this.config.enabled,
    });
  }
}
