import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock } from '#kernel';

import { lockPlan } from '../delivery/lock-plan.js';
import { EngagementEvents } from '../events/engagement-events.service.js';
import type { Engagement } from '../store/engagement.js';
import { Engagements } from '../store/engagements.service.js';
import { Audit } from '../tuning/audit.service.js';
import { notWaiting, notWritten } from './approval.errors.js';

/** An operator lets an outreach leave at its time, or not at all. Each decision stands in the audit. */
@Injectable()
export class Approvals {
  constructor(
    private readonly transactions: Transactions,
    private readonly engagements: Engagements,
    private readonly audit: Audit,
    private readonly events: EngagementEvents,
    private readonly clock: Clock,
  ) {}

  /** Whose approval it has already keeps the first one. @throws AppError `engagement.not-found`, `.not-waiting` or `.not-written` */
  approve(id: string, principal: string): Promise<Engagement> {
    return this.decide(id, async (manager, plan) => {
      if (plan.expiresAt <= this.clock.now()) throw notWaiting('expired');
      if (plan.text === null) throw notWritten();
      if (plan.approvedAt !== null) return;
      await manager.query(APPROVE_SQL, [id, this.clock.now(), principal]);
      await this.audit.note(manager, { principal, action: 'engagement.approved', subject: id });
    });
  }

  /** `reason`: a word of the operator's own, kept behind `rejected`. @throws AppError `engagement.not-found` or `.not-waiting` */
  reject(id: string, principal: string, reason?: string): Promise<Engagement> {
    return this.decide(id, async (manager) => {
      await this.engagements.end(manager, id, 'skipped', reason === undefined ? 'rejected' : `rejected:${reason}`);
      await this.audit.note(manager, { principal, action: 'engagement.rejected', subject: id });
    });
  }

  private async decide(
    id: string,
    decision: (manager: EntityManager, plan: Engagement) => Promise<void>,
  ): Promise<Engagement> {
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

const APPROVE_SQL = `
UPDATE engagements SET status = 'approved', approved_at = $2, approved_by = $3 WHERE id = $1`;
