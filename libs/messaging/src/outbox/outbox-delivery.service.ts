import { Injectable } from '@nestjs/common';

import { AppError, failpoint } from '#kernel';
import { Logger } from '#telemetry';
import type { WhatsAppPort } from '#whatsapp';

import { MessageReader } from '../messages/message-reader.service.js';
import type { AdmittedMessage } from './admission-writer.service.js';
import { OutboxSettlement } from './outbox-settlement.service.js';
import { leaseLost } from './outbox.errors.js';
import type { Ownership } from './ownership.js';
import { outcomeOf, outcomeOfError, type SendOutcome } from './send-outcome.js';

interface Waiting {
  readonly address: string;
  readonly turnId: string | null;
}

/** One message that has passed the gate, on its way: under the id that was made for it, and to an end that is written down. */
@Injectable()
export class OutboxDelivery {
  constructor(
    private readonly settlement: OutboxSettlement,
    private readonly messages: MessageReader,
    private readonly logger: Logger,
  ) {}

  async send(port: WhatsAppPort, message: AdmittedMessage, owner: Ownership): Promise<void> {
    failpoint('outbox.gated');
    // A process that was held up since the gate may have lost the account: its next holder looks after the message.
    if (!owner.isHeld()) throw leaseLost();
    // Begun before the message, and not waited for: reading marks take as long as a message does.
    const read = this.courtesy(() => this.markRead(port, message, false));
    const outcome = await this.trySend(port, message);
    failpoint('outbox.sent');
    await this.settlement.settle(message, outcome, owner);
    failpoint('outbox.settled');
    await read;
  }

  /** Whoever is about to answer has read, and types. */
  async showTyping(port: WhatsAppPort, waiting: Waiting): Promise<void> {
    await this.courtesy(() => this.markRead(port, waiting, true));
  }

  private async trySend(port: WhatsAppPort, message: AdmittedMessage): Promise<SendOutcome> {
    const { messageId: id, address: chatId, content, quotedId } = message;
    try {
      const { ack } = await port.send({ id, chatId, content, ...(quotedId !== null && { quotedId }) });
      return { kind: 'sent', ack };
    } catch (error) {
      this.logger.warn({ err: error, outboxId: message.outboxId }, 'a send did not end well');
      return outcomeOfError(error) ?? this.lookup(port, message);
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

  private async markRead(port: WhatsAppPort, { turnId, address }: Waiting, typing: boolean): Promise<void> {
    if (!turnId) return;
    await port.markRead(address, await this.messages.externalIdsOfTurn(turnId));
    await port.setTyping(address, typing);
  }

  /** A failure here must not stop the answer. */
  private async courtesy(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.debug({ err: error }, 'marking as read or typing failed');
    }
  }
}
