import { Module } from '@nestjs/common';

import { MessagingModule } from '#messaging';

import { AutonomyModule } from './autonomy.module.js';
import { FEEDS_CONTROLLERS } from './feeds/feeds.providers.js';
import { REST_CONTROLLERS, REST_PROVIDERS } from './rest/rest.providers.js';

/** REST of speaking unasked in groups. */
@Module({
  imports: [AutonomyModule, MessagingModule],
  controllers: [...FEEDS_CONTROLLERS, ...REST_CONTROLLERS],
  providers: [...REST_PROVIDERS],
})
export class AutonomyHttpModule {}
