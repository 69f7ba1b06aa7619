import { Injectable } from '@nestjs/common';

import { Transactions } from '#database';
import { cleanText } from '#kernel';
import { FieldCipher } from '#security';

import { outboxBodyAddress } from './outbox-body.js';
import { OutboxBell } from './outbox-bell.service.js';
import { OutboxWriter } from './outbox-writer.service.js';
import type { OutboxState } from './outbox.entity.js';
import { idempotencyConflict } from './outbox.errors.js';

export interface AcceptedMessage {
  readonly id: string;
  readonly messageId: string;
  readonly state: OutboxState;
}

/** Messages that the operator writes by hand. The same idempotency key with the same text is the same message. */
@Injectable()
export class OperatorMessages {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: OutboxWriter,
    private readonly cipher: FieldCipher,
    private readonly bell: OutboxBell,
  ) {}

  /** Throws `outbox.idempotency-conflict` when the key stands for another text or chat. */
  async send(chatId: string, text: string, idempotencyKey: string): Promise<AcceptedMessage> {
    const accepted = await this.transactions.run(async (manager) => {
      const put = await this.outbox.put(manager, {
        chatId,
        texts: [text],
        origin: 'operator',
        draft: false,
        idempotencyKey,
      });
      const [row]: [Row] = await manager.query(
        'SELECT id, chat_id, message_id, state, subject_id, body FROM outbox WHERE idempotency_key = $1',
        [idempotencyKey],
      );
      const stored = await this.cipher.open(row.subject_id, outboxBodyAddress(row.id), row.body);
      if (stored !== cleanText(text) || row.chat_id !== chatId) throw idempotencyConflict();
      return { id: row.id, messageId: row.message_id, state: row.state, accountId: put.accountId };
    });
    this.bell.ring(accepted.accountId);
    return accepted;
  }
}

interface Row {
  readonly id: string;
  readonly chat_id: string;
  readonly message_id: string;
  readonly state: OutboxState;
  readonly subject_id: string;
  readonly body: Buffer;
}
