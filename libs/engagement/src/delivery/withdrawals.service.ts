import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import { Clock } from '#kernel';
import { OutboxDesk } from '#messaging';

import { EngagementPolicies } from '../tuning/engagement-policies.service.js';

/**
 * Takes back from the outbox what must not leave any more. Whoever sends looks at every message once more, but not while its account is stopped
 * or gone, and not at what only we know: that an operator has switched it off, for all or for one, or that somebody is to be left in peace.
 */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly statements: Statements,
    private readonly outbox: OutboxDesk,
    private readonly policies: EngagementPolicies,
    private readonly clock: Clock,
  ) {}

  async withdrawAll(): Promise<void> {
    const { policy } = await this.policies.current();
    const unwanted = await this.statements.run<{ id: string; reason: string }>(UNWANTED, [
      this.clock.now(),
      policy.enabled,
    ]);
    await this.outbox.withdraw(unwanted);
  }
}

/** $1 now, $2 whether anybody may be written to. */
const UNWANTED: Statement = {
  name: 'engagement.unwanted',
  text: `
SELECT id, reason FROM (
  SELECT outbox.id, CASE
    WHEN outbox.expires_at <= $1 THEN 'expired'
    WHEN NOT $2::boolean THEN 'disabled'
    WHEN people.frequency = 'off' THEN 'frequency-off'
    WHEN safety.adult = 'minor' THEN 'minor'
    WHEN safety.proactive_paused_until > $1 THEN 'safety-pause' END AS reason
  FROM engagements JOIN outbox ON outbox.id = outbox_id AND outbox.state = 'queued'
  LEFT JOIN engagement_people AS people ON people.contact_id = engagements.contact_id
  LEFT JOIN contact_safety AS safety ON safety.contact_id = engagements.contact_id
  WHERE engagements.status = 'approved' AND engagements.sent_at IS NULL
) AS handed
WHERE reason IS NOT NULL`,
};
