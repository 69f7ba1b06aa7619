import { Injectable } from '@nestjs/common';

import { PgEvents } from '#database';
import { Logger } from '#telemetry';

import { AccountStatuses } from './account-statuses.service.js';
import { EventIntake } from '../inbound/event-intake.service.js';
import { OutboxSender } from '../outbox/outbox-sender.service.js';

/** What a session of an account works with. */
@Injectable()
export class ConnectorParts {
  constructor(
    readonly intake: EventIntake,
    readonly sender: OutboxSender,
    readonly statuses: AccountStatuses,
    readonly events: PgEvents,
    readonly logger: Logger,
  ) {}
}
