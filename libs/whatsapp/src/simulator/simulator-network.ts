import type { DataSource } from 'typeorm';

import type { PgEvents } from '#database';
import { cleanText, type Clock } from '#kernel';

import { AccountLines, type AccountLine } from './account-lines.js';
import { DeliveryLedger, type NewDelivery } from './delivery-ledger.js';
import { Mailbox } from './mailbox.js';
import { PhoneHistory } from './phone-history.js';
import type { PhoneMessage } from './phone-message.js';
import { SignalBus } from './signal-bus.js';
import { unknownMessage } from './simulator.errors.js';

export interface NetworkOptions {
  readonly dataSource: DataSource;
  readonly events: PgEvents;
  readonly clock: Clock;
  /** Told of signals that could not be sent. */
  readonly report?: (error: unknown) => void;
}

/**
 * A phone network that stores and forwards. It lives in Postgres, so it outlives our processes, and posts and
 * deliveries may happen in different ones.
 */
export class SimulatorNetwork {
  readonly mailbox: Mailbox;
  readonly ledger: DeliveryLedger;
  readonly history: PhoneHistory;
  readonly lines: AccountLines;
  readonly signals: SignalBus;
  readonly clock: Clock;

  constructor({ dataSource, events, clock, report }: NetworkOptions) {
    this.clock = clock;
    this.mailbox = new Mailbox(dataSource, clock);
    this.ledger = new DeliveryLedger(dataSource);
    this.history = new PhoneHistory(dataSource);
    this.lines = new AccountLines(dataSource, clock);
    this.signals = new SignalBus(events, report ?? (() => undefined));
  }

  /** Listens to other processes. */
  start(): Promise<void> {
    return this.signals.start();
  }

  stop(): Promise<void> {
    return this.signals.stop();
  }

  /** A phone writes. Resolves when the network holds the message. */
  async post(message: PhoneMessage): Promise<void> {
    await this.mailbox.post(clean(message));
    if (!message.unheard) this.signals.send({ type: 'tick', chat: message.chat, id: message.id, ack: 1 });
  }

  /**
   * A phone edits a message, or deletes it for everybody (`body` null). The network carries no such news: the account finds it in its
   * history. Throws `simulator.unknown-message`.
   */
  async change(chat: string, id: string, body: string | null): Promise<void> {
    const changed = await this.mailbox.change(chat, id, body === null ? null : cleanText(body));
    if (!changed) throw unknownMessage();
  }

  /** A phone receives. Resolves with the delivery's seq. */
  async deliver(delivery: NewDelivery): Promise<string> {
    const seq = await this.ledger.append({ ...delivery, body: cleanText(delivery.body) });
    this.signals.send({ type: 'delivery', chat: delivery.chat });
    return seq;
  }

  /** Cuts, restores or logs out the line of one account or of all, or sets their faults. Throws `simulator.no-account`. */
  async changeLine(change: Partial<AccountLine>, accountId?: string): Promise<void> {
    for (const changed of await this.lines.change(change, accountId)) {
      this.signals.send({ type: 'account', accountId: changed });
    }
  }
}

/** Names and texts may hold what Postgres cannot. */
function clean(message: PhoneMessage): PhoneMessage {
  return {
    ...message,
    body: cleanText(message.body),
    chatName: message.chatName === undefined ? undefined : cleanText(message.chatName),
    senderName: message.senderName === undefined ? undefined : cleanText(message.senderName),
  };
}
