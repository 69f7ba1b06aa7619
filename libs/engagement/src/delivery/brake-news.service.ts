import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';
import { Logger } from '#telemetry';

import { EngagementEvents } from '../events/engagement-events.service.js';
import { isBraked, type LatelyReached } from '../people/is-braked.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';

/** Says so when an account has driven so many away that an operator has to approve what it wants to write. */
@Injectable()
export class BrakeNews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly policies: EngagementPolicies,
    private readonly events: EngagementEvents,
    private readonly logger: Logger,
    private readonly clock: Clock,
  ) {}

  /** After somebody has said STOP to something of these accounts. */
  async optedOut(accountIds: readonly string[]): Promise<void> {
    if (accountIds.length === 0) return;
    const { settings } = await this.policies.current();
    const reached = await this.dataSource.query<(LatelyReached & { readonly id: string })[]>(REACHED_SQL, [
      [...new Set(accountIds)],
      this.clock.now(),
    ]);
    for (const { id: accountId, ...lately } of reached) {
      if (!isBraked(lately, settings.maxOptOutShare)) continue;
      this.logger.warn(
        { accountId, ...lately },
        'too many said STOP after they were written to first; each outreach is approved by hand now',
      );
      this.events.braked(accountId);
    }
  }
}

const REACHED_SQL = `
SELECT account_id AS id, count(*)::integer AS sent, count(DISTINCT contact_id)::integer AS people,
  (count(DISTINCT contact_id) FILTER (WHERE outcome = 'opted_out'))::integer AS left
FROM engagements WHERE account_id = ANY($1::uuid[]) AND sent_at > $2::timestamptz - interval '7 days' GROUP BY account_id`;
