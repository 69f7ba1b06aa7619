import { Module } from '@nestjs/common';

import { ACTING_AT_WORK } from './acting/acting.providers.js';
import { AutonomyModule } from './autonomy.module.js';
import { FEEDS_AT_WORK } from './feeds/feeds.providers.js';
import { PATTERNS_AT_WORK } from './patterns/patterns.providers.js';

/** What looks at groups, speaks there and fetches what is shared. */
@Module({
  imports: [AutonomyModule],
  providers: [...ACTING_AT_WORK, ...FEEDS_AT_WORK, ...PATTERNS_AT_WORK],
})
export class AutonomyAgentModule {}
