import type { MessageEvent } from '@nestjs/common';
import type { Subscriber } from 'rxjs';

import type { SimulatorNetwork } from '../simulator-network.js';
import type { SimulatorSignal } from '../simulator-signal.js';

/** What one phone sees of its chat with us from now on: messages, typing and the ticks of its own messages. */
export class PhoneScreen {
  private seen = '0';
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly network: SimulatorNetwork,
    private readonly chat: string,
    private readonly subscriber: Subscriber<MessageEvent>,
  ) {}

  /** Returns what ends it. `open` is the first event: what happens after it is seen. */
  watch(): () => void {
    const unlisten = this.network.signals.listen((signal) => {
      this.onSignal(signal);
    });
    this.later(async () => {
      this.seen = await this.network.ledger.last();
      this.subscriber.next({ type: 'open', data: { chat: this.chat } });
    });
    return unlisten;
  }

  private onSignal(signal: SimulatorSignal): void {
    switch (signal.type) {
      case 'missed':
        return this.later(() => this.showNew());
      case 'delivery':
        if (signal.chat === this.chat) this.later(() => this.showNew());
        return;
      case 'typing':
        if (signal.chat === this.chat) this.subscriber.next({ type: 'typing', data: { on: signal.on } });
        return;
      case 'tick':
        if (signal.chat === this.chat) this.subscriber.next({ type: 'ack', data: { id: signal.id, ack: signal.ack } });
        return;
      case 'account':
        return;
    }
  }

  private async showNew(): Promise<void> {
    for (const { seq, chat, messageId, body, quotedId, at, ack } of await this.network.ledger.since(
      this.chat,
      this.seen,
    )) {
      this.seen = seq;
      this.subscriber.next({
        type: 'message',
        data: { id: messageId, chat, body, at: at.toISOString(), ack, quoted_id: quotedId },
      });
    }
  }

  /** One look at a time, so that each delivery is shown once. */
  private later(look: () => Promise<void>): void {
    this.reading = this.reading.then(look).catch((error: unknown) => {
      this.subscriber.error(error);
    });
  }
}
