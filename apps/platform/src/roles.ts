import type { DynamicModule, Type } from '@nestjs/common';

import { AgentsHttpModule } from '#agents';
import { AutonomyAgentModule, AutonomyHttpModule, AutonomyModule } from '#autonomy';
import {
  ChatHttpModule,
  CompanionsAgentModule,
  CompanionsHttpModule,
  CompanionsModule,
  SafetyDeskModule,
  SafetyHttpModule,
} from '#companions';
import { WhatsAppConfig } from '#config';
import { ConversationsAgentModule, ConversationsHttpModule } from '#conversations';
import { EngagementAgentModule, EngagementHttpModule, EngagementModule } from '#engagement';
import { LlmHttpModule } from '#llm';
import { MemoryAgentModule, MemoryHttpModule, MemoryModule } from '#memory';
import { MessagingAgentModule, MessagingConnectorModule, MessagingHttpModule } from '#messaging';
import { OrchestratorAgentModule } from '#orchestrator';
import { RealtimeHttpModule } from '#realtime';
import { Public, Scopes, SecurityHttpModule } from '#security';
import { TelemetryHttpModule } from '#telemetry';
import { WhatsAppHttpModule } from '#whatsapp';

import { ArchiveHintsModule } from './archive-hints.module.js';
import type { Platform } from './platform.js';
import { RootModule } from './root.module.js';

type Modules = readonly (DynamicModule | Type)[];

/** What every process serves: the way in, health and metrics, behind the same wall. */
export function observed(): Modules {
  return [
    SecurityHttpModule,
    RootModule,
    TelemetryHttpModule.forRoot({ protect: { health: Public(), metrics: Scopes('metrics:read') } }),
  ];
}

/** The REST API. */
export function apiRole(platform: Platform): Modules {
  const { connector } = platform.setting(WhatsAppConfig);
  return [
    AgentsHttpModule,
    MessagingHttpModule,
    ArchiveHintsModule,
    ConversationsHttpModule,
    LlmHttpModule,
    MemoryHttpModule,
    CompanionsHttpModule,
    SafetyHttpModule,
    ChatHttpModule,
    EngagementHttpModule,
    AutonomyHttpModule,
    RealtimeHttpModule,
    WhatsAppHttpModule.forRoot({ connector }),
  ];
}

/** The agents and their schedules. */
export function workerRole(): Modules {
  return [
    MessagingAgentModule,
    ArchiveHintsModule,
    ConversationsAgentModule,
    MemoryAgentModule,
    CompanionsAgentModule,
    EngagementAgentModule,
    AutonomyAgentModule,
    OrchestratorAgentModule,
  ];
}

/** The owner of the WhatsApp accounts. Where contacts are merged, what is remembered of them follows. */
export function connectorRole(): Modules {
  return [MessagingConnectorModule, MemoryModule, CompanionsModule, SafetyDeskModule, EngagementModule, AutonomyModule];
}
