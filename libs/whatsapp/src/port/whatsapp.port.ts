import type { ConnectionStatus } from './connection-status.js';
import type { Lookup } from './lookup.js';
import type { OutboundText, SendReceipt } from './outbound-text.js';
import type { WhatsAppCapabilities } from './whatsapp-capabilities.js';
import type { WhatsAppListener } from './whatsapp-event.js';

/** One WhatsApp account, as far as every adapter can serve it. Chat and message ids are WhatsApp's own strings. */
export abstract class WhatsAppPort {
  /** Our id of the account. */
  abstract readonly accountId: string;
  abstract readonly capabilities: WhatsAppCapabilities;

  /**
   * Starts observing: what was missed comes first, oldest first. Resolves once the connection is under way; its
   * progress comes as `status` events. Messages are given at least once.
   */
  abstract connect(listener: WhatsAppListener): Promise<void>;

  /** Stops observing and waits for the listener's calls that are under way. A second call does nothing. */
  abstract disconnect(): Promise<void>;

  abstract status(): ConnectionStatus;

  /** A fresh message id: `3EB0` and 18 to 28 upper-case hexadecimal digits. */
  abstract newMessageId(): string;

  /** Sends one text. Throws `whatsapp.send-failed` (surely not sent) or `whatsapp.send-unknown` (it may have been). */
  abstract sendText(message: OutboundText): Promise<SendReceipt>;

  /** Whether a message of ours is in the account's history. Throws `whatsapp.not-connected`. */
  abstract lookup(chatId: string, id: string): Promise<Lookup>;

  /** Shows or hides "typing…" on the other side. */
  abstract setTyping(chatId: string, on: boolean): Promise<void>;

  /** Marks messages of that chat as read by us. Unknown ids are ignored. */
  abstract markRead(chatId: string, ids: readonly string[]): Promise<void>;
}
