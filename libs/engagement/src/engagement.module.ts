import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CompanionsModule, SafetyDeskModule } from '#companions';
import { MemoryModule } from '#memory';
import { MessagingModule } from '#messaging';
import { RealtimeModule } from '#realtime';

import { ANALYTICS_PROVIDERS } from './analytics/analytics.providers.js';
import { APPROVAL_PROVIDERS } from './approval/approval.providers.js';
import { CONTENT_PROVIDERS } from './content/content.providers.js';
import { DELIVERY_PROVIDERS } from './delivery/delivery.providers.js';
import { EXPERIMENTS_ENTITIES, EXPERIMENTS_PROVIDERS } from './experiments/experiments.providers.js';
import { PEOPLE_PROVIDERS } from './people/people.providers.js';
import { PLANNER_PROVIDERS } from './planner/planner.providers.js';
import { PREFERENCES_PROVIDERS } from './preferences/preferences.providers.js';
import { STORE_ENTITIES, STORE_PROVIDERS } from './store/store.providers.js';
import { TEMPLATES_ENTITIES, TEMPLATES_PROVIDERS } from './templates/templates.providers.js';
import { TUNING_ENTITIES, TUNING_PROVIDERS } from './tuning/tuning.providers.js';

const SERVICES = [
  ...ANALYTICS_PROVIDERS,
  ...APPROVAL_PROVIDERS,
  ...CONTENT_PROVIDERS,
  ...DELIVERY_PROVIDERS,
  ...EXPERIMENTS_PROVIDERS,
  ...PEOPLE_PROVIDERS,
  ...PLANNER_PROVIDERS,
  ...PREFERENCES_PROVIDERS,
  ...STORE_PROVIDERS,
  ...TEMPLATES_PROVIDERS,
  ...TUNING_PROVIDERS,
];

const ENTITIES = [...EXPERIMENTS_ENTITIES, ...STORE_ENTITIES, ...TEMPLATES_ENTITIES, ...TUNING_ENTITIES];

/** Writing first. Belongs into every process that merges contacts, too: what is planned for them and what they wish come along. */
@Module({
  imports: [
    CompanionsModule,
    MemoryModule,
    MessagingModule,
    RealtimeModule,
    SafetyDeskModule,
    TypeOrmModule.forFeature(ENTITIES),
  ],
  providers: SERVICES,
  exports: SERVICES,
})
export class EngagementModule {}
