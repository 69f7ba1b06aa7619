import { Injectable } from '@nestjs/common';

import { Schedule } from '#agents';
import { Clock } from '#kernel';

import { Experiments } from '../experiments/experiments.service.js';
import { Delivery } from './delivery.service.js';

/** A run ends before the next one begins. What is left is due then. */
const LONGEST_MS = 50_000;

/** Delivers by the clock. */
@Injectable()
export class EngagementDeliverySchedule {
  constructor(
    private readonly delivery: Delivery,
    private readonly experiments: Experiments,
    private readonly clock: Clock,
  ) {}

  @Schedule({ id: 'engagement_delivery', name: 'Engagement: deliver what is due', everyMs: 60_000 })
  async deliver(): Promise<void> {
    await this.delivery.run(AbortSignal.timeout(LONGEST_MS));
  }

  @Schedule({ id: 'engagement_guard', name: 'Engagement: stop variants that do harm', cron: '0 * * * *', zone: 'UTC' })
  async guard(): Promise<void> {
    await this.experiments.guard(this.clock.now());
  }
}
