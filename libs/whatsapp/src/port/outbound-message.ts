import type { Ack } from './ack.js';

/** What to send. Ask `capabilities` before `media` and `template`. */
export type OutboundContent =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'media';
      readonly mimeType: string;
      readonly data: Buffer;
      readonly fileName?: string;
      /** '' when there is none. */
      readonly caption: string;
    }
  /** An approved template of a business account, with what fills its places. */
  | {
      readonly kind: 'template';
      readonly name: string;
      /** As WhatsApp names it: `en_US`. */
      readonly language: string;
      readonly parameters: readonly string[];
    };

/** A message to send. `id` comes from `newMessageId()` and is stored before it is used: that is what makes a lost answer harmless. */
export interface OutboundMessage {
  readonly id: string;
  readonly chatId: string;
  readonly content: OutboundContent;
  /** Id of the message that this one answers. */
  readonly quotedId?: string;
}

export interface SendReceipt {
  readonly ack: Ack;
  readonly at: Date;
}
