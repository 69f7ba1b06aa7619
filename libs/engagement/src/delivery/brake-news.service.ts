import { Injectable } from '@nestjs/common';

import { Statements } from '#database';
import { Clock } from '#kernel';
import { Logger } from '#telemetry';

import { EngagementEvents } from '../events/engagement-events.service.js';
import { REACHED } from '../people/accounts.sql.js';
import { isBraked, type LatelyReached } from '../people/is-braked.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';

/** Says so when an account has driven so many away that an operator has to approve what it wants to write. */
@Injectable()
export class BrakeNews {
  constructor(
    private readonly statements: Statements,
    private readonly policies: EngagementPolicies,
    private readonly events: EngagementEvents,
    private readonly logger: Logger,
    private readonly clock: Clock,
  ) {}

  /** After somebody has said STOP to something of these accounts. */
  async optedOut(accountIds: readonly string[]): Promise<void> {
    if (accountIds.length === 0) return;
    const { settings } = await this.policies.current();
    const asked = [[...new Set(accountIds)], this.clock.now()];
    const reached = await this.statements.run<LatelyReached & { readonly id: string }>(REACHED, asked);
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
