import type { MessageKind } from '../port/incoming-message.js';

/** What a phone writes (or the owner, from another device), as the network takes it. */
export interface PhoneMessage {
  /** The account it goes to; the first one ever connected when left out. */
  readonly accountId?: string;
  readonly id: string;
  readonly chat: string;
  readonly chatName?: string;
  readonly sender: string;
  readonly senderPhone?: string;
  readonly senderLid?: string;
  readonly senderName?: string;
  readonly fromMe: boolean;
  readonly kind: MessageKind;
  readonly body: string;
  readonly quotedId?: string;
  readonly mentions: readonly string[];
  readonly sentAt: Date;
  /** The account is never told: only its history has it. */
  readonly unheard?: boolean;
}

/** A phone's message that the network holds for us. */
export interface QueuedMessage extends PhoneMessage {
  /** Its place in the network's order: a decimal number. */
  readonly seq: string;
  readonly queuedAt: Date;
  /** Whether what it quotes is ours. */
  readonly quotesMe: boolean;
}
