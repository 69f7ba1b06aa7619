import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';

import { lockPlan } from '../delivery/lock-plan.js';
import type { Engagement } from '../store/engagement.js';
import { Engagements } from '../store/engagements.service.js';
import { Audit } from '../tuning/audit.service.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import { notWaiting } from './approval.errors.js';
import { DueTimes } from './due-times.service.js';
import { ownWords } from './own-words.js';

export interface PlanEdit {
  readonly text?: string;
  readonly dueAt?: Date;
}

/** Other words, another time: for what waits, and within the hours in which they may be written to. */
@Injectable()
export class PlanEdits {
  constructor(
    private readonly transactions: Transactions,
    private readonly engagements: Engagements,
    private readonly policies: EngagementPolicies,
    private readonly times: DueTimes,
    private readonly audit: Audit,
  ) {}

  /** @throws AppError `engagement.not-found`, `.not-waiting`, `.text-refused`, `.not-allowed-then` or `.no-chat` */
  async edit(id: string, { text, dueAt }: PlanEdit, principal: string): Promise<Engagement> {
    const { status } = await this.engagements.find(id);
    const { policy } = await this.policies.current();
    const words = text === undefined ? null : ownWords(text, policy);
    return this.transactions.run(async (manager) => {
      if (!(await lockPlan(manager, id))) throw notWaiting(status);
      const plan = await this.engagements.find(id, manager);
      if (words !== null) await this.write(manager, plan, words);
      if (dueAt !== undefined) {
        const expiresAt = await this.times.expiryOf(manager, plan.contactId, dueAt, policy);
        await manager.query(MOVE_SQL, [id, dueAt, expiresAt]);
      }
      const detail = { text: words !== null, due_at: dueAt?.toISOString() ?? null };
      await this.audit.note(manager, { principal, action: 'engagement.edited', subject: id, detail });
      return this.engagements.find(id, manager);
    });
  }

  /** Whatever it was made of: now it is the operator's. */
  private async write(manager: EntityManager, { id, language }: Engagement, text: string): Promise<void> {
    await this.engagements.write(manager, id, { text, source: 'operator', language: language ?? 'en' });
  }
}

const MOVE_SQL = 'UPDATE engagements SET due_at = $2, expires_at = $3, revision = revision + 1 WHERE id = $1';
