import type { MigrationInterface } from 'typeorm';

import { Security1764000000100 } from './1764000000100-security.js';
import { Agents1764000000200 } from './1764000000200-agents.js';
import { Messaging1764000000300 } from './1764000000300-messaging.js';
import { Simulator1764000000400 } from './1764000000400-simulator.js';
import { CloudApi1764000000410 } from './1764000000410-cloud-api.js';
import { OutboxPacing1764000000420 } from './1764000000420-outbox-pacing.js';
import { AccountsAndMedia1764000000430 } from './1764000000430-accounts-and-media.js';
import { Archive1764000000510 } from './1764000000510-archive.js';
import { Sync1764000000520 } from './1764000000520-sync.js';
import { Labels1764000000530 } from './1764000000530-labels.js';
import { Operations1764000000540 } from './1764000000540-operations.js';
import { Automations1764000000550 } from './1764000000550-automations.js';
import { Exports1764000000560 } from './1764000000560-exports.js';
import { RestoredChats1764000000570 } from './1764000000570-restored-chats.js';
import { LlmUsage1764000000600 } from './1764000000600-llm-usage.js';
import { Memories1764000000610 } from './1764000000610-memories.js';
import { Absorption1764000000620 } from './1764000000620-absorption.js';
import { MemoryIndex1764000000630 } from './1764000000630-memory-index.js';
import { Relationships1764000000640 } from './1764000000640-relationships.js';
import { Safety1764000000650 } from './1764000000650-safety.js';
import { Characters1764000000660 } from './1764000000660-characters.js';
import { MemoryIndexes1764000000670 } from './1764000000670-memory-indexes.js';
import { WebChannel1764000000700 } from './1764000000700-web-channel.js';
import { MessageTraits1764000000710 } from './1764000000710-message-traits.js';
import { TurnRemakes1764000000720 } from './1764000000720-turn-remakes.js';
import { PersonTokens1764000000730 } from './1764000000730-person-tokens.js';
import { MessageSayers1764000000740 } from './1764000000740-message-sayers.js';
import { OperatorLists1764000000745 } from './1764000000745-operator-lists.js';
import { ErasedContacts1764000000746 } from './1764000000746-erased-contacts.js';
import { OutboxProactive1764000000751 } from './1764000000751-outbox-proactive.js';
import { Engagements1764000000750 } from './1764000000750-engagements.js';
import { EngagementConfig1764000000752 } from './1764000000752-engagement-config.js';
import { EngagementTemplates1764000000753 } from './1764000000753-engagement-templates.js';
import { EngagementExperiments1764000000754 } from './1764000000754-engagement-experiments.js';
import { EngagementIndexes1764000000755 } from './1764000000755-engagement-indexes.js';
import { Autonomy1764000000761 } from './1764000000761-autonomy.js';
import { GroupSilence1764000000760 } from './1764000000760-group-silence.js';
import { AutonomyFeeds1764000000762 } from './1764000000762-autonomy-feeds.js';
import { AutonomyAudit1764000000763 } from './1764000000763-autonomy-audit.js';
import { EngagementsLeft1764000000764 } from './1764000000764-engagements-left.js';

/** Every migration, oldest first. A migration that is not listed here does not exist. */
export const MIGRATIONS: (new () => MigrationInterface)[] = [
  Security1764000000100,
  Agents1764000000200,
  Messaging1764000000300,
  Simulator1764000000400,
  CloudApi1764000000410,
  OutboxPacing1764000000420,
  AccountsAndMedia1764000000430,
  Archive1764000000510,
  Sync1764000000520,
  Labels1764000000530,
  Operations1764000000540,
  Automations1764000000550,
  Exports1764000000560,
  RestoredChats1764000000570,
  LlmUsage1764000000600,
  Memories1764000000610,
  Absorption1764000000620,
  MemoryIndex1764000000630,
  Relationships1764000000640,
  Safety1764000000650,
  Characters1764000000660,
  MemoryIndexes1764000000670,
  WebChannel1764000000700,
  MessageTraits1764000000710,
  TurnRemakes1764000000720,
  PersonTokens1764000000730,
  MessageSayers1764000000740,
  OperatorLists1764000000745,
  ErasedContacts1764000000746,
  OutboxProactive1764000000751,
  Engagements1764000000750,
  EngagementConfig1764000000752,
  EngagementTemplates1764000000753,
  EngagementExperiments1764000000754,
  EngagementIndexes1764000000755,
  GroupSilence1764000000760,
  Autonomy1764000000761,
  AutonomyFeeds1764000000762,
  AutonomyAudit1764000000763,
  EngagementsLeft1764000000764,
];
