import { Injectable } from '@nestjs/common';

import { PgEvents } from '#database';
import { Logger } from '#telemetry';

import { OutboxSender } from '../outbox/outbox-sender.service.js';
import { SessionDuties } from './session-duties.service.js';
import { SessionEvents } from './session-events.service.js';

/** What a session of an account works with. */
@Injectable()
export class ConnectorParts {
  constructor(
    readonly observed: SessionEvents,
    readonly sender: OutboxSender,
    readonly duties: SessionDuties,
    readonly events: PgEvents,
    readonly logger: Logger,
  ) {}
}
