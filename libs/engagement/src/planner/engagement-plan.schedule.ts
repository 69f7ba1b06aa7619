import { Injectable } from '@nestjs/common';

import { Schedule } from '#agents';

import { Planner } from './planner.service.js';

/** A run ends before the next one begins. What is left is due then. */
const LONGEST_MS = 4 * 60_000;

/** Plans by the clock. */
@Injectable()
export class EngagementPlanSchedule {
  constructor(private readonly planner: Planner) {}

  @Schedule({ id: 'engagement_plan', name: 'Engagement: plan whom to write to', everyMs: 5 * 60_000 })
  async plan(): Promise<void> {
    await this.planner.run(AbortSignal.timeout(LONGEST_MS));
  }
}
