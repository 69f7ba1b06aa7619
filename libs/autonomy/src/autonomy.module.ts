import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CompanionsModule } from '#companions';
import { MemoryModule } from '#memory';
import { MessagingModule } from '#messaging';
import { RealtimeModule } from '#realtime';

import { ACTING_PROVIDERS } from './acting/acting.providers.js';
import { ANSWERING_PROVIDERS } from './answering/answering.providers.js';
import { CONTENT_PROVIDERS } from './content/content.providers.js';
import { EVENTS_PROVIDERS } from './events/events.providers.js';
import { FEEDS_ENTITIES, FEEDS_PROVIDERS } from './feeds/feeds.providers.js';
import { FOLLOWERS_PROVIDERS } from './followers/followers.providers.js';
import { GROUPS_PROVIDERS } from './groups/groups.providers.js';
import { OBSERVING_PROVIDERS } from './observing/observing.providers.js';
import { PATTERNS_ENTITIES, PATTERNS_PROVIDERS } from './patterns/patterns.providers.js';
import { SETTINGS_ENTITIES, SETTINGS_PROVIDERS } from './settings/settings.providers.js';
import { STORE_ENTITIES, STORE_PROVIDERS } from './store/store.providers.js';

const SERVICES = [
  ...ACTING_PROVIDERS,
  ...ANSWERING_PROVIDERS,
  ...CONTENT_PROVIDERS,
  ...EVENTS_PROVIDERS,
  ...FEEDS_PROVIDERS,
  ...FOLLOWERS_PROVIDERS,
  ...GROUPS_PROVIDERS,
  ...OBSERVING_PROVIDERS,
  ...PATTERNS_PROVIDERS,
  ...SETTINGS_PROVIDERS,
  ...STORE_PROVIDERS,
];

/** Speaking unasked in groups. Belongs into every process that merges contacts or removes what was said: what is known of groups follows. */
@Module({
  imports: [
    CompanionsModule,
    MemoryModule,
    MessagingModule,
    RealtimeModule,
    TypeOrmModule.forFeature([...FEEDS_ENTITIES, ...PATTERNS_ENTITIES, ...SETTINGS_ENTITIES, ...STORE_ENTITIES]),
  ],
  providers: SERVICES,
  exports: SERVICES,
})
export class AutonomyModule {}
