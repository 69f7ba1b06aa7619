import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { queryPrepared } from '#database';
import { Clock } from '#kernel';
import { Metrics } from '#telemetry';
import type { Ack } from '#whatsapp';

import { ACK_SQL, ADOPT_SQL, AGAIN_SQL, FAILED_SQL, SENT, UNKNOWN_SQL } from './outbox-settlement.sql.js';
import type { Ownership } from './ownership.js';
import { PacingBook } from './pacing/pacing-book.service.js';
import { retryDelayMs, type SendOutcome } from './send-outcome.js';

/** After so many tries that surely did not leave, a message has failed; one that WhatsApp asked to wait with has not. */
const MAX_ATTEMPTS = 8;

export interface UnsettledMessage {
  readonly outboxId: string;
  readonly messageId: string;
  readonly address: string;
  readonly attempts: number;
}

/**
 * Writes down what became of messages that passed the gate, under the lease that they passed it with: what a holder of before
 * has to say about them counts no more. Acks only ever climb.
 */
@Injectable()
export class OutboxSettlement {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pacing: PacingBook,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  async settle(
    message: Pick<UnsettledMessage, 'outboxId' | 'attempts'>,
    outcome: SendOutcome,
    owner: Ownership,
  ): Promise<void> {
    await this.write(message, outcome, owner);
    this.metrics
      .counter('outbox_settled_total', 'Messages by what became of a try', ['outcome'])
      .inc({ outcome: outcome.kind });
  }

  /** An ack for one of our messages, in whatever order it comes; one that is not ours changes nothing. */
  async acknowledge(messageId: string, ack: Ack, at: Date): Promise<void> {
    await this.dataSource.query(ACK_SQL, [messageId, ack, at]);
  }

  /** Takes over the messages that passed the gate and whose end is not known: what a crash leaves behind. */
  async adopt({ accountId, fencingToken }: Ownership): Promise<readonly UnsettledMessage[]> {
    const [rows] = await this.dataSource.query<[UnsettledMessage[], number]>(ADOPT_SQL, [accountId, fencingToken]);
    return rows;
  }

  private async write(
    { outboxId, attempts }: Pick<UnsettledMessage, 'outboxId' | 'attempts'>,
    outcome: SendOutcome,
    owner: Ownership,
  ): Promise<void> {
    const now = this.clock.now();
    const row = [outboxId, owner.fencingToken];
    switch (outcome.kind) {
      case 'sent':
        await queryPrepared(this.dataSource.manager, SENT, [...row, now, outcome.ack]);
        return;
      case 'unknown':
        await this.dataSource.query(UNKNOWN_SQL, [...row, outcome.reason, now]);
        return;
      case 'refused':
        await this.dataSource.query(FAILED_SQL, [...row, outcome.reason]);
        return;
      case 'again': {
        const { retryAfterMs = 0 } = outcome;
        const until = new Date(now.getTime() + Math.max(retryAfterMs, retryDelayMs(attempts)));
        if (retryAfterMs > 0) await this.slowDown(owner, new Date(now.getTime() + retryAfterMs));
        else if (attempts >= MAX_ATTEMPTS) {
          await this.dataSource.query(FAILED_SQL, [...row, 'too-many-tries']);
          return;
        }
        await this.dataSource.query(AGAIN_SQL, [...row, until, retryAfterMs > 0 ? 'slow-down' : 'try-again']);
        return;
      }
    }
  }

  private slowDown({ accountId }: Ownership, until: Date): Promise<void> {
    return this.pacing.holdAccount(this.dataSource.manager, accountId, 'slow-down', until);
  }
}
