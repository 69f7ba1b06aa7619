import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';
import type { Ack } from '#whatsapp';

import { ACK_SQL, ADOPT_SQL, AGAIN_SQL, FAILED_SQL, SENT_SQL, UNKNOWN_SQL } from './outbox-settlement.sql.js';
import type { Ownership } from './ownership.js';
import { retryDelayMs, type SendOutcome } from './send-outcome.js';

/** After so many tries that surely did not leave, a message has failed. */
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
    private readonly clock: Clock,
  ) {}

  async settle(outboxId: string, attempts: number, outcome: SendOutcome, { fencingToken }: Ownership): Promise<void> {
    const now = this.clock.now();
    switch (outcome.kind) {
      case 'sent':
        await this.dataSource.query(SENT_SQL, [outboxId, fencingToken, now, outcome.ack]);
        return;
      case 'unknown':
        await this.dataSource.query(UNKNOWN_SQL, [outboxId, fencingToken, outcome.reason]);
        return;
      case 'again':
        if (attempts >= MAX_ATTEMPTS) await this.dataSource.query(FAILED_SQL, [outboxId, fencingToken]);
        else
          await this.dataSource.query(AGAIN_SQL, [
            outboxId,
            fencingToken,
            new Date(now.getTime() + retryDelayMs(attempts)),
          ]);
        return;
    }
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
}
