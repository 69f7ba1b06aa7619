import { setMaxListeners } from 'node:events';

import { sleep } from '#kernel';

import type { Ack } from '../port/ack.js';
import type { Delivery, DeliveryLedger } from './delivery-ledger.js';

const RETRY_MS = 200;

export interface ReceiptsOptions {
  readonly ledger: DeliveryLedger;
  readonly accountId: string;
  /** Gives one ack to the listener. */
  readonly tell: (delivery: Receipt, ack: Ack) => Promise<void>;
  readonly report: (error: unknown) => void;
}

export type Receipt = Pick<Delivery, 'seq' | 'chat' | 'messageId' | 'at' | 'ack'>;

/** Tells the sender how far its messages came, again until the listener took it; what is left over is told at the next connection. */
export class Receipts {
  private readonly stopping = new AbortController();
  private readonly telling = new Set<Promise<void>>();

  constructor(private readonly options: ReceiptsOptions) {
    // Every receipt that is tried again listens to it.
    setMaxListeners(0, this.stopping.signal);
  }

  /** The acks that follow the receipt of a send: device, and read when the phone read it. */
  follow(receipt: Receipt): void {
    this.track(this.tellAll(receipt, receipt.ack === 3 ? [2, 3] : [2]));
  }

  /** What an earlier connection could not tell any more. */
  async catchUp(): Promise<void> {
    const { ledger, accountId } = this.options;
    for (const receipt of await ledger.untold(accountId)) this.track(this.tellAll(receipt, [receipt.ack]));
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.telling);
  }

  private async tellAll(receipt: Receipt, acks: readonly Ack[]): Promise<void> {
    for (const ack of acks) {
      if (!(await this.tellUntilTaken(receipt, ack))) return;
    }
    await this.options.ledger.receiptTold(receipt.seq, receipt.ack).catch(this.options.report);
  }

  private async tellUntilTaken(receipt: Receipt, ack: Ack): Promise<boolean> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.options.tell(receipt, ack);
        return true;
      } catch (error) {
        this.options.report(error);
        await sleep(RETRY_MS, this.stopping.signal);
      }
    }
    return false;
  }

  private track(work: Promise<void>): void {
    const tracked = work.finally(() => this.telling.delete(tracked));
    this.telling.add(tracked);
  }
}
