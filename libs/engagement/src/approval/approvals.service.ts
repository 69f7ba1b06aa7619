import { Injectable } from '@nestjs/common';

import { Clock } from '#kernel';

import type { Engagement } from '../store/engagement.js';
import { Audit } from '../tuning/audit.service.js';
import { notWaiting, notWritten } from './approval.errors.js';
import { PlanDecisions } from './plan-decisions.service.js';

/** An operator lets an outreach leave at its time. Each decision stands in the audit. */
@Injectable()
export class Approvals {
  constructor(
    private readonly decisions: PlanDecisions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Whose approval it has already keeps the first one. @throws AppError `engagement.not-found`, `.not-waiting` or `.not-written` */
  approve(id: string, principal: string): Promise<Engagement> {
    return this.decisions.decide(id, async (manager, plan) => {
      if (plan.expiresAt <= this.clock.now()) throw notWaiting('expired');
      if (plan.text === null) throw notWritten();
      if (plan.approvedAt !== null) return;
      await manager.query(APPROVE_SQL, [id, this.clock.now(), principal]);
      await this.audit.note(manager, { principal, action: 'engagement.approved', subject: id });
    });
  }
}

const APPROVE_SQL = `
UPDATE engagements SET status = 'approved', approved_at = $2, approved_by = $3 WHERE id = $1`;
