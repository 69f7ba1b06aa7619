import multipart from '@fastify/multipart';
import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';

import { AutomationsController } from './automations/automations.controller.js';
import { CleanupController } from './cleanup/cleanup.controller.js';
import { ArchiveController } from './archive/archive.controller.js';
import { ConversationsModule } from './conversations.module.js';
import { ExportsController } from './exports/exports.controller.js';
import { ImportIntake } from './import/import-intake.service.js';
import { ImportController } from './import/import.controller.js';
import { MetadataController } from './metadata/metadata.controller.js';
import { StatsController } from './stats/stats.controller.js';
import { SyncController } from './sync/sync.controller.js';

/** REST of the conversation manager. */
@Module({
  imports: [ConversationsModule],
  controllers: [
    AutomationsController,
    ArchiveController,
    ExportsController,
    SyncController,
    MetadataController,
    CleanupController,
    StatsController,
    ImportController,
  ],
  providers: [ImportIntake],
})
export class ConversationsHttpModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  /**
   * Nothing is read of a multipart body until a route asks for it. Not awaited on purpose: waiting for a plugin makes Fastify
   * boot before Nest has set its error handler, and then each error thrown ahead of a route is a bare 500.
   */
  onModuleInit(): void {
    void this.host.httpAdapter.getInstance().register(multipart);
  }
}
