import { Module } from '@nestjs/common';

import { RealtimeModule } from '#realtime';

import { AUTOMATIONS_AT_WORK } from './automations/automations-agent.providers.js';
import { CLEANUP_AT_WORK } from './cleanup/cleanup-agent.providers.js';
import { ArchiveAgent } from './archive/archive.agent.js';
import { ReviveSweep } from './archive/revive.service.js';
import { ConversationsModule } from './conversations.module.js';
import { ExportAgent } from './exports/export.agent.js';
import { ImportAgent } from './import/import.agent.js';
import { MetadataAgent } from './metadata/metadata.agent.js';
import { SyncAgent } from './sync/sync.agent.js';

/** The conversation manager itself. */
@Module({
  imports: [ConversationsModule, RealtimeModule],
  providers: [
    ...AUTOMATIONS_AT_WORK,
    ArchiveAgent,
    ReviveSweep,
    ExportAgent,
    SyncAgent,
    ...CLEANUP_AT_WORK,
    ImportAgent,
    MetadataAgent,
  ],
})
export class ConversationsAgentModule {}
