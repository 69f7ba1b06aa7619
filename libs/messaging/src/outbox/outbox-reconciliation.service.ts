import { Injectable } from '@nestjs/common';

import { AppError, Clock, sleep } from '#kernel';
import { Logger } from '#telemetry';
import { isConnected, type Lookup, type WhatsAppPort } from '#whatsapp';

import { OutboxSettlement, type UnsettledMessage } from './outbox-settlement.service.js';
import type { Ownership } from './ownership.js';
import { outcomeOf } from './send-outcome.js';

/** So often a history is asked that does not answer. */
const ASKED = 3;
const PAUSE_MS = 500;
/** So long one message may be what a connection fails at that is up otherwise. The account tries again each second. */
const REFUSED_MS = 60_000;
/** An account that has not tried for so long had no connection meanwhile. */
const AWAY_MS = 10_000;

/** Finds out, before anything else is sent, about what a crash left between gate and settlement: the account's history is asked. */
@Injectable()
export class OutboxReconciliation {
  /** Since when the history of a connection that is up could not be asked about a message. */
  private readonly refusedSince = new Map<string, Date>();
  /** When each account was last at it. */
  private readonly lastTry = new Map<string, Date>();

  constructor(
    private readonly settlement: OutboxSettlement,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Throws when the connection is lost meanwhile: to be called again then, and it takes up what is left. A message that the history says
   * nothing about, however often it is asked, becomes `unknown`, after all the others.
   */
  async reconcile(port: WhatsAppPort, owner: Ownership): Promise<void> {
    const open = await this.settlement.adopt(owner);
    const away = this.clock.now().getTime() - (this.lastTry.get(owner.accountId)?.getTime() ?? 0);
    if (away > AWAY_MS) this.beginAnew(open);
    try {
      await this.askAll(open, port, owner);
    } finally {
      this.lastTry.set(owner.accountId, this.clock.now());
    }
  }

  private async askAll(messages: readonly UnsettledMessage[], port: WhatsAppPort, owner: Ownership): Promise<void> {
    let open = messages;
    for (let asked = 1; asked <= ASKED && open.length > 0; asked += 1) {
      if (asked > 1) await sleep(PAUSE_MS);
      open = await this.askAbout(open, port, owner);
    }
    for (const message of open) await this.giveUp(message, owner);
  }

  /** Answers with those that nothing was found out about. */
  private async askAbout(
    messages: readonly UnsettledMessage[],
    port: WhatsAppPort,
    owner: Ownership,
  ): Promise<readonly UnsettledMessage[]> {
    const silent: UnsettledMessage[] = [];
    let lost: AppError | undefined;
    for (const message of messages) {
      const answer = await this.ask(port, message);
      if (answer instanceof AppError) {
        if (!isConnected(port.status())) {
          this.beginAnew(messages);
          throw answer;
        }
        if (this.refusedFor(message) < REFUSED_MS) lost = answer;
        else await this.giveUp(message, owner);
      } else if (answer) {
        this.refusedSince.delete(message.outboxId);
        await this.settlement.settle(message, outcomeOf(answer), owner);
      } else silent.push(message);
    }
    if (lost) throw lost;
    return silent;
  }

  /** The error when there was no connection; undefined when the history did not answer. */
  private async ask(
    port: WhatsAppPort,
    { address, messageId, outboxId }: UnsettledMessage,
  ): Promise<Lookup | AppError | undefined> {
    try {
      return await port.lookup(address, messageId);
    } catch (error) {
      if (error instanceof AppError && error.code === 'whatsapp.not-connected') return error;
      this.logger.warn({ err: error, outboxId }, 'the history could not be asked');
      return undefined;
    }
  }

  /** What one connection refused says nothing of the next one. */
  private beginAnew(messages: readonly UnsettledMessage[]): void {
    for (const { outboxId } of messages) this.refusedSince.delete(outboxId);
  }

  /** In ms, since it was refused for the first time. */
  private refusedFor({ outboxId }: UnsettledMessage): number {
    const now = this.clock.now();
    const since = this.refusedSince.get(outboxId) ?? now;
    this.refusedSince.set(outboxId, since);
    return now.getTime() - since.getTime();
  }

  private async giveUp(message: UnsettledMessage, owner: Ownership): Promise<void> {
    this.refusedSince.delete(message.outboxId);
    await this.settlement.settle(message, { kind: 'unknown', reason: 'lookup-failed' }, owner);
  }
}
