import { Module } from '@nestjs/common';

import { DELIVERY_AT_WORK } from './delivery/delivery.providers.js';
import { EngagementModule } from './engagement.module.js';
import { PLANNER_AT_WORK } from './planner/planner.providers.js';
import { STORE_AT_WORK } from './store/store.providers.js';

/** What plans and delivers, by the clock. */
@Module({
  imports: [EngagementModule],
  providers: [...DELIVERY_AT_WORK, ...PLANNER_AT_WORK, ...STORE_AT_WORK],
})
export class EngagementAgentModule {}
