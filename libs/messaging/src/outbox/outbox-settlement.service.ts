import { Injectable } from '@nestjs/common';

import { Transactions } from '#database';
import { Clock } from '#kernel';
import type { Ack } from '#whatsapp';

import { retryDelayMs, type SendOutcome } from './send-outcome.js';

/** After so many tries that surely did not leave, a message has failed. */
const MAX_ATTEMPTS = 8;

/** Writes down what became of messages that passed the gate. Acks only ever climb. */
@Injectable()
export class OutboxSettlement {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async settle(outboxId: string, attempts: number, outcome: SendOutcome): Promise<void> {
    switch (outcome.kind) {
      case 'sent':
        await this.query(SENT_SQL, [outboxId, this.clock.now(), outcome.ack]);
        return;
      case 'again':
        await this.again(outboxId, attempts);
        return;
      case 'unknown':
        await this.query(`UPDATE outbox SET state = 'unknown', reason = $2 WHERE id = $1 AND state = 'sending'`, [
          outboxId,
          outcome.reason,
        ]);
        return;
    }
  }

  /** An ack for one of our messages, in whatever order it comes; one that is not ours changes nothing. */
  async acknowledge(messageId: string, ack: Ack, at: Date): Promise<void> {
    await this.query(ACK_SQL, [messageId, ack, at]);
  }

  /** Messages that passed the gate and whose end is not known: what a crash leaves behind. */
  async unsettled(accountId: string): Promise<readonly UnsettledMessage[]> {
    return this.transactions.run((manager) =>
      manager.query<UnsettledMessage[]>(
        `SELECT outbox.id AS "outboxId", message_id AS "messageId", attempts, external_id AS "chatExternalId"
         FROM outbox JOIN chats ON chats.id = outbox.chat_id
         WHERE outbox.account_id = $1 AND state = 'sending' ORDER BY outbox.id`,
        [accountId],
      ),
    );
  }

  private async again(outboxId: string, attempts: number): Promise<void> {
    if (attempts >= MAX_ATTEMPTS) {
      await this.query(FAILED_SQL, [outboxId]);
      return;
    }
    const at = new Date(this.clock.now().getTime() + retryDelayMs(attempts));
    await this.query(
      `UPDATE outbox SET state = 'queued', reason = 'try-again', not_before = $2 WHERE id = $1 AND state = 'sending'`,
      [outboxId, at],
    );
  }

  private async query(sql: string, parameters: unknown[]): Promise<void> {
    await this.transactions.run((manager) => manager.query(sql, parameters));
  }
}

export interface UnsettledMessage {
  readonly outboxId: string;
  readonly messageId: string;
  readonly chatExternalId: string;
  readonly attempts: number;
}

const SENT_SQL = `
WITH settled AS (
  UPDATE outbox SET state = 'sent', reason = NULL, sent_at = coalesce(sent_at, $2)
  WHERE id = $1 AND state IN ('sending', 'unknown', 'sent') RETURNING chat_id, message_id
)
UPDATE messages SET ack = greatest(ack, $3::smallint)
FROM settled WHERE messages.chat_id = settled.chat_id AND external_id = settled.message_id AND participant = ''`;

/** An error ack counts only while nothing better is known. An ack is proof that the message left. */
const ACK_SQL = `
WITH acknowledged AS (
  UPDATE outbox SET
    state = CASE WHEN $2 >= 1 AND state IN ('sending', 'unknown') THEN 'sent' ELSE state END,
    sent_at = CASE WHEN $2 >= 1 THEN coalesce(sent_at, $3) ELSE sent_at END
  WHERE message_id = $1 RETURNING chat_id
)
UPDATE messages SET ack = CASE WHEN $2 = -1 AND ack > 0 THEN ack WHEN $2 = -1 THEN -1 ELSE greatest(ack, $2::smallint) END
FROM acknowledged WHERE messages.chat_id = acknowledged.chat_id AND external_id = $1 AND participant = ''`;

const FAILED_SQL = `
WITH failed AS (
  UPDATE outbox SET state = 'failed', reason = 'too-many-tries' WHERE id = $1 AND state = 'sending' RETURNING chat_id, message_id
)
UPDATE messages SET ack = -1 FROM failed
WHERE messages.chat_id = failed.chat_id AND external_id = failed.message_id AND participant = ''`;
