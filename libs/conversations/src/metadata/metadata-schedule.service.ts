import { Injectable, type OnModuleInit } from '@nestjs/common';

import { ScheduledTasks } from '#agents';
import { ServerConfig } from '#config';

import './metadata.task.js';
import { MetadataRuns } from './metadata-runs.service.js';

/** Once a week, what is not labelled. */
@Injectable()
export class MetadataSchedule implements OnModuleInit {
  constructor(
    private readonly scheduled: ScheduledTasks,
    private readonly runs: MetadataRuns,
    private readonly server: ServerConfig,
  ) {}

  onModuleInit(): void {
    this.scheduled.add({
      id: 'metadata_update',
      name: 'Update sentiment and tags',
      rhythm: { cron: '0 4 * * 0', zone: this.server.timeZone },
      task: 'conversation.metadata',
      payload: { inBatches: true },
      enabled: this.runs.facets.length > 0,
    });
  }
}
