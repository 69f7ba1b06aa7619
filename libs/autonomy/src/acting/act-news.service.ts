import { Injectable } from '@nestjs/common';

import { OutboxBell } from '#messaging';

import { AutonomyEvents } from '../events/autonomy-events.service.js';
import { AutonomyMetrics } from '../events/autonomy-metrics.service.js';
import type { ActOutcome } from './hand-over.service.js';

/** What follows when a decision has come to its end, and that is committed. */
@Injectable()
export class ActNews {
  constructor(
    private readonly bell: OutboxBell,
    private readonly events: AutonomyEvents,
    private readonly metrics: AutonomyMetrics,
  ) {}

  tell({ decision, accountId }: ActOutcome): void {
    if (accountId !== null) this.bell.ring(accountId);
    if (decision.status === 'handed') this.events.acted(decision);
    else this.events.dropped(decision);
    if (decision.action !== null) this.metrics.acted(decision.action, decision.reason ?? decision.status);
  }
}
