import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Planner } from '../planner/planner.service.js';
import type { EngagementType } from '../planning/engagement-type.js';
import type { Engagement } from '../store/engagement.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import { nothingPlanned } from './approval.errors.js';
import { DueTimes } from './due-times.service.js';
import { ownWords } from './own-words.js';

export interface HandPlan {
  readonly contactId: string;
  readonly type?: EngagementType;
  readonly text?: string;
  readonly dueAt?: Date;
}

/** Plans one because an operator wants it: own words and an own time have to be such as may be sent. */
@Injectable()
export class PlanByHand {
  constructor(
    private readonly planner: Planner,
    private readonly policies: EngagementPolicies,
    private readonly times: DueTimes,
    private readonly dataSource: DataSource,
  ) {}

  /** @throws AppError `engagement.not-planned`, `.text-refused`, `.not-allowed-then` or `.no-chat` */
  async plan({ contactId, type, text, dueAt }: HandPlan, principal: string): Promise<Engagement> {
    const { policy } = await this.policies.current();
    const words = text === undefined ? undefined : ownWords(text, policy);
    if (dueAt !== undefined) await this.times.expiryOf(this.dataSource.manager, contactId, dueAt, policy);
    const { engagement, skip } = await this.planner.planFor(contactId, type, {
      principal,
      ...(words !== undefined && { text: words }),
      ...(dueAt !== undefined && { dueAt }),
    });
    if (!engagement) throw nothingPlanned(skip.reasons);
    return engagement;
  }
}
