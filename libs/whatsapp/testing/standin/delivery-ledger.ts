import type { Onlookers } from './onlookers.js';

/** One arrival of a message of ours at its recipient. */
export interface Delivery {
  readonly chat: string;
  readonly id: string;
  readonly type: string;
  /** Body or caption. */
  readonly body: string;
  readonly quotedId?: string;
  readonly media?: { readonly mimeType: string; readonly fileName?: string; readonly data: Buffer };
  readonly at: Date;
}

/** What the recipients got: every delivery of ours, repeats included, in order. */
export class DeliveryLedger {
  private readonly all: Delivery[] = [];
  private readonly byChat = new Map<string, Delivery[]>();

  constructor(private readonly onlookers: Onlookers) {}

  add(delivery: Delivery): void {
    this.all.push(delivery);
    const ofChat = this.byChat.get(delivery.chat);
    if (ofChat) ofChat.push(delivery);
    else this.byChat.set(delivery.chat, [delivery]);
    this.onlookers.tell({ kind: 'delivery', ...delivery });
  }

  deliveries(chat?: string): readonly Delivery[] {
    return [...(chat === undefined ? this.all : (this.byChat.get(chat) ?? []))];
  }
}
