import { Injectable } from '@nestjs/common';

import { PgEvents } from '#database';
import { Logger } from '#telemetry';

import { OUTBOX_CHANNEL } from './outbox-channel.js';

/**
 * Calls the connector of an account, wherever it runs, when something new waits in the outbox. To be rung after the transaction that wrote it:
 * Postgres lets only one transaction that notifies commit at a time. A call that gets lost costs a second, since the connector looks at
 * the outbox by itself, too.
 */
@Injectable()
export class OutboxBell {
  private readonly answering = new Map<string, () => void>();
  private readonly ringing = new Map<string, 'ringing' | 'again'>();

  constructor(
    private readonly events: PgEvents,
    private readonly logger: Logger,
  ) {}

  /** This process itself sends what is in the account's outbox: nobody else is called then. */
  answer(accountId: string, send: () => void): void {
    this.answering.set(accountId, send);
  }

  /** Does not wait. Calls that come while one is under way become one. */
  ring(accountId: string): void {
    const send = this.answering.get(accountId);
    if (send) send();
    else if (this.ringing.has(accountId)) this.ringing.set(accountId, 'again');
    else void this.publish(accountId);
  }

  private async publish(accountId: string): Promise<void> {
    this.ringing.set(accountId, 'ringing');
    try {
      await this.events.publish(OUTBOX_CHANNEL, accountId);
    } catch (error) {
      this.logger.debug({ err: error }, 'the connector could not be called; it looks by itself');
    }
    const again = this.ringing.get(accountId) === 'again';
    this.ringing.delete(accountId);
    if (again) this.ring(accountId);
  }
}
