import type { Ack } from './ack.js';

/** A text to send. `id` comes from `newMessageId()` and is stored before it is used: that is what makes a lost answer harmless. */
export interface OutboundText {
  readonly id: string;
  readonly chatId: string;
  readonly text: string;
  /** Id of the message that this one answers. */
  readonly quotedId?: string;
}

export interface SendReceipt {
  readonly ack: Ack;
  readonly at: Date;
}
