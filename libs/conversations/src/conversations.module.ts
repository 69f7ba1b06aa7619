import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { MessagingModule } from '#messaging';

import { ArchiveModule } from './archive/archive.module.js';
import { AutomationsModule } from './automations/automations.module.js';
import { CleanupSchedule } from './cleanup/cleanup-schedule.service.js';
import { ExportsModule } from './exports/exports.module.js';
import { ImportUploads } from './import/import-uploads.service.js';
import { ImportService } from './import/import.service.js';
import { BatchLedger } from './metadata/batch-ledger.service.js';
import { BatchQuestions } from './metadata/batch-questions.service.js';
import { BatchedRuns } from './metadata/batched-runs.service.js';
import { CallBudget } from './metadata/call-budget.service.js';
import { MessageAnalysis } from './metadata/message-analysis.service.js';
import { MetadataBatchEntity } from './metadata/metadata-batch.entity.js';
import { MetadataCallEntity } from './metadata/metadata-call.entity.js';
import { MetadataRuns } from './metadata/metadata-runs.service.js';
import { MetadataSchedule } from './metadata/metadata-schedule.service.js';
import { MetadataUpdates } from './metadata/metadata-updates.service.js';
import { Tagging } from './metadata/tagging.service.js';
import { StatsService } from './stats/stats.service.js';
import { TrendsService } from './stats/trends.service.js';

const METADATA = [
  BatchedRuns,
  BatchLedger,
  BatchQuestions,
  CallBudget,
  MessageAnalysis,
  MetadataRuns,
  MetadataUpdates,
  Tagging,
];
import { SyncProgress } from './sync/sync-progress.service.js';
import { SyncSchedules } from './sync/sync-schedules.service.js';
import { SyncStatus } from './sync/sync-status.service.js';
import { SyncService } from './sync/sync.service.js';

/** What the conversation manager does, whoever asks for it. */
@Module({
  imports: [
    AutomationsModule,
    ArchiveModule,
    ExportsModule,
    MessagingModule,
    TypeOrmModule.forFeature([MetadataBatchEntity, MetadataCallEntity]),
  ],
  providers: [
    SyncProgress,
    SyncSchedules,
    SyncService,
    SyncStatus,
    ...METADATA,
    MetadataSchedule,
    CleanupSchedule,
    StatsService,
    TrendsService,
    ImportService,
    ImportUploads,
  ],
  exports: [
    AutomationsModule,
    ArchiveModule,
    ExportsModule,
    SyncService,
    SyncStatus,
    ...METADATA,
    StatsService,
    TrendsService,
    MessagingModule,
    ImportService,
    ImportUploads,
  ],
})
export class ConversationsModule {}
