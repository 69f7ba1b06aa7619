import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';

import { lockPlan } from '../delivery/lock-plan.js';
import { EngagementEvents } from '../events/engagement-events.service.js';
import type { Engagement } from '../store/engagement.js';
import { Engagements } from '../store/engagements.service.js';
import { notWaiting } from './approval.errors.js';

/** Decides about a plan that waits, its person and its chat locked, and tells of it. */
@Injectable()
export class PlanDecisions {
  constructor(
    private readonly transactions: Transactions,
    private readonly engagements: Engagements,
    private readonly events: EngagementEvents,
  ) {}

  /** @throws AppError `engagement.not-found` or `.not-waiting`, and whatever `decision` throws */
  async decide(id: string, decision: (manager: EntityManager, plan: Engagement) => Promise<void>): Promise<Engagement> {
    const { status } = await this.engagements.find(id);
    const decided = await this.transactions.run(async (manager) => {
      if (!(await lockPlan(manager, id))) throw notWaiting(status);
      await decision(manager, await this.engagements.find(id, manager));
      return this.engagements.find(id, manager);
    });
    if (decided.status !== status) await this.events.changed([id]);
    return decided;
  }
}
