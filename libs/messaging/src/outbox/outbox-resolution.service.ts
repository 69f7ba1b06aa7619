import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';
import { Metrics } from '#telemetry';
import { WhatsAppConnector } from '#whatsapp';

import { OutboxBell } from './outbox-bell.service.js';
import { RESOLVE_NOT_SENT_SQL, RESOLVE_RETRY_SQL, RESOLVE_SENT_SQL } from './outbox-settlement.sql.js';
import type { OutboxState } from './outbox.entity.js';
import { notPossible, outboxNotFound, outboxNotUnknown } from './outbox.errors.js';

/** What the operator found out on the phone: it arrived, it did not, or it may be sent once more. */
export type Resolution = 'sent' | 'not-sent' | 'retry';

/** Ends what nobody knew the end of. Only the operator may: by itself nothing ever leaves `unknown` but by WhatsApp's own receipt. */
@Injectable()
export class OutboxResolution {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bell: OutboxBell,
    private readonly connector: WhatsAppConnector,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  /**
   * A retry goes out under the same message id. Throws `outbox.not-found`, `outbox.not-unknown`, and `outbox.not-possible` where the network
   * makes ids of its own and would show it twice.
   */
  async resolve(id: string, outcome: Resolution): Promise<void> {
    if (outcome === 'retry' && !this.connector.capabilities.premadeIds)
      throw notPossible('a second try of what may have arrived');
    const [row] = await this.write(id, outcome);
    if (!row) throw await this.refusal(id);
    this.metrics
      .counter('outbox_resolved_total', 'Unknown messages by what the operator said of them', ['outcome'])
      .inc({ outcome });
    if (outcome === 'retry') this.bell.ring(row.account_id);
  }

  private write(id: string, outcome: Resolution): Promise<{ readonly account_id: string }[]> {
    switch (outcome) {
      case 'sent':
        return this.dataSource.query(RESOLVE_SENT_SQL, [id]);
      case 'not-sent':
        return this.dataSource.query(RESOLVE_NOT_SENT_SQL, [id]);
      case 'retry':
        return this.dataSource.query(RESOLVE_RETRY_SQL, [id, this.clock.now()]);
    }
  }

  private async refusal(id: string): Promise<Error> {
    const [row] = await this.dataSource.query<{ state: OutboxState }[]>('SELECT state FROM outbox WHERE id = $1', [id]);
    return row ? outboxNotUnknown(row.state) : outboxNotFound();
  }
}
