import { Module } from '@nestjs/common';

import { MessagingModule } from '#messaging';

import { ANALYTICS_CONTROLLERS } from './analytics/analytics.providers.js';
import { APPROVAL_CONTROLLERS } from './approval/approval.providers.js';
import { EngagementModule } from './engagement.module.js';
import { EXPERIMENTS_CONTROLLERS } from './experiments/experiments.providers.js';
import { TEMPLATES_CONTROLLERS } from './templates/templates.providers.js';
import { TUNING_CONTROLLERS } from './tuning/tuning.providers.js';

/**
 * REST of writing first. Routes of one word (`upcoming`, `config`) come before those of an id: the approval's controllers are last.
 */
@Module({
  imports: [EngagementModule, MessagingModule],
  controllers: [
    ...ANALYTICS_CONTROLLERS,
    ...EXPERIMENTS_CONTROLLERS,
    ...TEMPLATES_CONTROLLERS,
    ...TUNING_CONTROLLERS,
    ...APPROVAL_CONTROLLERS,
  ],
})
export class EngagementHttpModule {}
