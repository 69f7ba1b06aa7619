import { Injectable } from '@nestjs/common';

import { AppError, sleep } from '#kernel';
import { Logger } from '#telemetry';
import type { Lookup, WhatsAppPort } from '#whatsapp';

import { OutboxSettlement, type UnsettledMessage } from './outbox-settlement.service.js';
import type { Ownership } from './ownership.js';
import { outcomeOf } from './send-outcome.js';

/** So often a history is asked that does not answer. */
const ASKED = 3;
const PAUSE_MS = 500;

/** Finds out, before anything else is sent, about what a crash left between gate and settlement: the account's history is asked. */
@Injectable()
export class OutboxReconciliation {
  constructor(
    private readonly settlement: OutboxSettlement,
    private readonly logger: Logger,
  ) {}

  /**
   * Throws when the connection is lost meanwhile: to be called again then, and it takes up what is left. A message that the history says
   * nothing about, however often it is asked, becomes `unknown`, after all the others.
   */
  async reconcile(port: WhatsAppPort, owner: Ownership): Promise<void> {
    let open = await this.settlement.adopt(owner);
    for (let asked = 1; asked <= ASKED && open.length > 0; asked += 1) {
      if (asked > 1) await sleep(PAUSE_MS);
      open = await this.askAbout(open, port, owner);
    }
    for (const message of open) {
      await this.settlement.settle(message, { kind: 'unknown', reason: 'lookup-failed' }, owner);
    }
  }

  /** Answers with those that nothing was found out about. */
  private async askAbout(
    messages: readonly UnsettledMessage[],
    port: WhatsAppPort,
    owner: Ownership,
  ): Promise<readonly UnsettledMessage[]> {
    const silent: UnsettledMessage[] = [];
    for (const message of messages) {
      const lookup = await this.ask(port, message);
      if (lookup) await this.settlement.settle(message, outcomeOf(lookup), owner);
      else silent.push(message);
    }
    return silent;
  }

  private async ask(
    port: WhatsAppPort,
    { address, messageId, outboxId }: UnsettledMessage,
  ): Promise<Lookup | undefined> {
    try {
      return await port.lookup(address, messageId);
    } catch (error) {
      if (error instanceof AppError && error.code === 'whatsapp.not-connected') throw error;
      this.logger.warn({ err: error, outboxId }, 'the history could not be asked');
      return undefined;
    }
  }
}
