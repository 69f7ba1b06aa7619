import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

import { ArchiveConfig, StorageConfig } from '#config';
import { MessagingModule } from '#messaging';

import { ArchiveHealth } from './archive-health.service.js';
import { ArchiveKeeping } from './archive-keeping.service.js';
import { ArchiveList } from './archive-list.service.js';
import { ArchivePayloadEntity } from './archive-payload.entity.js';
import { ArchivePreviews } from './archive-preview.service.js';
import { ArchiveReader } from './archive-reader.service.js';
import { ArchiveRepacker } from './archive-repacker.service.js';
import { ArchiveSchedule } from './archive-schedule.service.js';
import { ArchiveSegmentEntity } from './archive-segment.entity.js';
import { ArchiveEntity } from './archive.entity.js';
import { ArchiveService } from './archive.service.js';
import { ChatArchiver } from './chat-archiver.service.js';
import { ChatRestorer } from './chat-restorer.service.js';
import { ArchiveHistory } from './history/archive-history.service.js';
import { ArchiveSegments } from './history/archive-segments.service.js';
import { RestoreSealing } from './restore-sealing.service.js';
import { ArchiveHints } from './scoring/archive-hints.service.js';
import { ChatSurvey } from './scoring/chat-survey.service.js';
import { ArchiveStores } from './store/archive-stores.js';

const SERVICES = [
  ArchiveHints,
  ArchiveHistory,
  ArchiveKeeping,
  ArchiveList,
  ArchivePreviews,
  ArchiveReader,
  ArchiveRepacker,
  ArchiveSchedule,
  ArchiveSegments,
  ArchiveService,
  ChatArchiver,
  ChatRestorer,
  ChatSurvey,
  RestoreSealing,
];

/** Chats are put away and brought back. */
@Module({
  imports: [MessagingModule, TypeOrmModule.forFeature([ArchiveEntity, ArchivePayloadEntity, ArchiveSegmentEntity])],
  providers: [
    ...SERVICES,
    ArchiveHealth,
    {
      provide: ArchiveStores,
      useFactory: (...parts: Parameters<typeof ArchiveStores.open>) => ArchiveStores.open(...parts),
      inject: [DataSource, ArchiveConfig, StorageConfig],
    },
  ],
  exports: [...SERVICES, ArchiveStores],
})
export class ArchiveModule {}
