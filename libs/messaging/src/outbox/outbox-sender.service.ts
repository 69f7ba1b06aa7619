import { Injectable } from '@nestjs/common';

import { AppError, failpoint } from '#kernel';
import { Logger, Metrics } from '#telemetry';
import type { WhatsAppPort } from '#whatsapp';

import { MessageReader } from '../messages/message-reader.service.js';
import { OutboxGate, type AdmittedMessage } from './outbox-gate.service.js';
import { OutboxSettlement } from './outbox-settlement.service.js';
import { leaseLost } from './outbox.errors.js';
import type { Ownership } from './ownership.js';
import { outcomeOf, surelyNotSent, type SendOutcome } from './send-outcome.js';

/** Sends an account's outbox, one message at a time, each under the id that was made for it. */
@Injectable()
export class OutboxSender {
  constructor(
    private readonly gate: OutboxGate,
    private readonly settlement: OutboxSettlement,
    private readonly messages: MessageReader,
    private readonly logger: Logger,
    private readonly metrics: Metrics,
  ) {}

  /** Sends what may leave now, until nothing is left, the connection or the lease is lost, or `signal` aborts. */
  async sendAll(port: WhatsAppPort, owner: Ownership, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && canSend(port) && owner.isHeld()) {
      const id = await this.gate.next(owner.accountId);
      if (!id) return;
      const admission = await this.gate.admit(id, owner);
      if (admission.kind === 'not-ours') return;
      if (admission.kind === 'admitted') await this.send(port, admission.message, owner);
    }
  }

  /** Before anything else is sent: asks the account's history about what a crash left between gate and settlement. */
  async reconcile(port: WhatsAppPort, owner: Ownership): Promise<void> {
    for (const { outboxId, messageId, address, attempts } of await this.settlement.adopt(owner)) {
      await this.settle(outboxId, attempts, outcomeOf(await port.lookup(address, messageId)), owner);
    }
  }

  private async send(port: WhatsAppPort, message: AdmittedMessage, owner: Ownership): Promise<void> {
    failpoint('outbox.gated');
    await this.markRead(port, message);
    // A process that was held up since the gate may have lost the account: its next holder looks after the message.
    if (!owner.isHeld()) throw leaseLost();
    const outcome = await this.trySend(port, message);
    failpoint('outbox.sent');
    await this.settle(message.outboxId, message.attempts, outcome, owner);
    failpoint('outbox.settled');
  }

  private async trySend(port: WhatsAppPort, message: AdmittedMessage): Promise<SendOutcome> {
    const { messageId: id, address: chatId, text } = message;
    try {
      const { ack } = await port.send({ id, chatId, content: { kind: 'text', text } });
      return { kind: 'sent', ack };
    } catch (error) {
      this.logger.warn({ err: error, outboxId: message.outboxId }, 'a send did not end well');
      return surelyNotSent(error) ? { kind: 'again' } : this.lookup(port, message);
    }
  }

  private async lookup(port: WhatsAppPort, { address, messageId, outboxId }: AdmittedMessage): Promise<SendOutcome> {
    try {
      return outcomeOf(await port.lookup(address, messageId));
    } catch (error) {
      // Once the connection is back, reconciliation asks again.
      if (error instanceof AppError && error.code === 'whatsapp.not-connected') throw error;
      this.logger.warn({ err: error, outboxId }, 'the history could not be asked');
      return { kind: 'unknown', reason: 'lookup-failed' };
    }
  }

  private async settle(outboxId: string, attempts: number, outcome: SendOutcome, owner: Ownership): Promise<void> {
    await this.settlement.settle(outboxId, attempts, outcome, owner);
    this.metrics
      .counter('outbox_settled_total', 'Messages by what became of a try', ['outcome'])
      .inc({ outcome: outcome.kind });
  }

  /** What we answer, we have read. A failure here must not stop the answer. */
  private async markRead(port: WhatsAppPort, { turnId, address }: AdmittedMessage): Promise<void> {
    if (!turnId) return;
    try {
      await port.markRead(address, await this.messages.externalIdsOfTurn(turnId));
      await port.setTyping(address, false);
    } catch (error) {
      this.logger.debug({ err: error }, 'marking as read failed');
    }
  }
}

function canSend(port: WhatsAppPort): boolean {
  const { state } = port.status();
  return state === 'READY' || state === 'DEGRADED';
}
