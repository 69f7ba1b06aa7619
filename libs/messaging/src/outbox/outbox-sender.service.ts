import { Injectable } from '@nestjs/common';

import { failpoint } from '#kernel';
import { Logger, Metrics } from '#telemetry';
import type { WhatsAppPort } from '#whatsapp';

import { MessageReader } from '../messages/message-reader.service.js';
import { OutboxGate, type AdmittedMessage, type Ownership } from './outbox-gate.service.js';
import { OutboxSettlement } from './outbox-settlement.service.js';
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

  /** Sends what may leave now, until nothing is left, the connection is not ready, or `signal` aborts. */
  async sendAll(port: WhatsAppPort, owner: Ownership, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && canSend(port)) {
      const id = await this.gate.next(owner.accountId);
      if (!id) return;
      const message = await this.gate.admit(id, owner);
      if (message) await this.send(port, message);
    }
  }

  /** Before anything else is sent: asks the account's history about what a crash left between gate and settlement. */
  async reconcile(port: WhatsAppPort, accountId: string): Promise<void> {
    for (const { outboxId, messageId, chatExternalId, attempts } of await this.settlement.unsettled(accountId)) {
      await this.settle(outboxId, attempts, outcomeOf(await port.lookup(chatExternalId, messageId)));
    }
  }

  private async send(port: WhatsAppPort, message: AdmittedMessage): Promise<void> {
    failpoint('outbox.gated');
    await this.markRead(port, message);
    const outcome = await this.trySend(port, message);
    failpoint('outbox.sent');
    await this.settle(message.outboxId, message.attempts, outcome);
    failpoint('outbox.settled');
  }

  private async trySend(port: WhatsAppPort, message: AdmittedMessage): Promise<SendOutcome> {
    try {
      const { ack } = await port.sendText({
        id: message.messageId,
        chatId: message.chatExternalId,
        text: message.text,
      });
      return { kind: 'sent', ack };
    } catch (error) {
      this.logger.warn({ err: error, outboxId: message.outboxId }, 'a send did not end well');
      return surelyNotSent(error) ? { kind: 'again' } : this.lookup(port, message);
    }
  }

  private async lookup(port: WhatsAppPort, message: AdmittedMessage): Promise<SendOutcome> {
    try {
      return outcomeOf(await port.lookup(message.chatExternalId, message.messageId));
    } catch (error) {
      this.logger.warn({ err: error, outboxId: message.outboxId }, 'the history could not be asked');
      return { kind: 'unknown', reason: 'lookup-failed' };
    }
  }

  private async settle(outboxId: string, attempts: number, outcome: SendOutcome): Promise<void> {
    await this.settlement.settle(outboxId, attempts, outcome);
    this.metrics
      .counter('outbox_settled_total', 'Messages by what became of a try', ['outcome'])
      .inc({ outcome: outcome.kind });
  }

  /** What we answer, we have read. A failure here must not stop the answer. */
  private async markRead(port: WhatsAppPort, { turnId, chatExternalId }: AdmittedMessage): Promise<void> {
    if (!turnId) return;
    try {
      const ids = await this.messages.externalIdsOfTurn(turnId);
      await port.markRead(chatExternalId, ids);
      await port.setTyping(chatExternalId, false);
    } catch (error) {
      this.logger.debug({ err: error }, 'marking as read failed');
    }
  }
}

function canSend(port: WhatsAppPort): boolean {
  const { state } = port.status();
  return state === 'READY' || state === 'DEGRADED';
}
