import { Injectable } from '@nestjs/common';

import { Clock } from '#kernel';

import type { EngagementPolicy } from '../planning/engagement-policy.js';
import type { EngagementType } from '../planning/engagement-type.js';
import type { Engagement } from '../store/engagement.js';
import { Engagements } from '../store/engagements.service.js';
import { Audit } from '../tuning/audit.service.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import { PlanDecisions } from './plan-decisions.service.js';

const HOUR_MS = 3_600_000;

/** An operator does not want an outreach: neither it nor another in its place comes back before its type's time has passed once more. */
@Injectable()
export class Rejections {
  constructor(
    private readonly decisions: PlanDecisions,
    private readonly engagements: Engagements,
    private readonly policies: EngagementPolicies,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** `reason`: a word of the operator's own, kept behind `rejected`. @throws AppError `engagement.not-found` or `.not-waiting` */
  async reject(id: string, principal: string, reason?: string): Promise<Engagement> {
    const { policy } = await this.policies.current();
    return this.decisions.decide(id, async (manager, { type, contactId }) => {
      await this.engagements.end(manager, id, 'skipped', reason === undefined ? 'rejected' : `rejected:${reason}`);
      const until = new Date(this.clock.now().getTime() + hoursOf(type, policy) * HOUR_MS);
      await manager.query(STAY_AWAY_SQL, [contactId, until]);
      await this.audit.note(manager, { principal, action: 'engagement.rejected', subject: id });
    });
  }
}

/** Null stays: they are looked at when they write. */
const STAY_AWAY_SQL = `
UPDATE engagement_people SET next_look_at = $2 WHERE contact_id = $1 AND next_look_at < $2`;

/** Of silence that the type takes. */
function hoursOf(type: EngagementType, policy: EngagementPolicy): number {
  switch (type) {
    case 'check_in':
      return policy.checkInAfterHours;
    case 'memory_reminder':
      return policy.memoryReminderAfterHours;
    case 'emotional_support':
      return policy.emotionalSupportAfterHours;
    case 'topic_suggestion':
      return policy.topicSuggestionAfterHours;
  }
}
