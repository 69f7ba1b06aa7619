import type { AccountMemory } from './account-memory.js';
import type { ConnectionStatus } from './connection-status.js';
import type { ChatSummary, HistoryPage, HistoryQuery } from './history.js';
import type { Lookup } from './lookup.js';
import type { MediaContent } from './media.js';
import type { OutboundMessage, SendReceipt } from './outbound-message.js';
import type { WhatsAppCapabilities } from './whatsapp-capabilities.js';
import type { WhatsAppListener } from './whatsapp-event.js';

/** One WhatsApp account, as far as every adapter can serve it. Chat and message ids are WhatsApp's own strings. */
export abstract class WhatsAppPort {
  /** Our id of the account. */
  abstract readonly accountId: string;
  abstract readonly capabilities: WhatsAppCapabilities;

  /**
   * Starts observing: what was missed comes first, oldest first. Resolves once the connection is under way; its
   * progress comes as `status` events. Messages are given at least once; `memory` tells which of them were missed.
   */
  abstract connect(listener: WhatsAppListener, memory: AccountMemory): Promise<void>;

  /** Stops observing and waits for the listener's calls that are under way. A second call does nothing. */
  abstract disconnect(): Promise<void>;

  abstract status(): ConnectionStatus;

  /** A fresh message id: `3EB0` and 18 to 28 upper-case hexadecimal digits. */
  abstract newMessageId(): string;

  /**
   * Sends one message. Throws `whatsapp.send-failed` (surely not sent; try again), `whatsapp.send-rejected` (surely not sent, and
   * never will be) or `whatsapp.send-unknown` (it may have been).
   */
  abstract send(message: OutboundMessage): Promise<SendReceipt>;

  /** Whether a message of ours is in the account's history. Throws `whatsapp.not-connected`. */
  abstract lookup(chatId: string, id: string): Promise<Lookup>;

  /**
   * A page of a chat's history, ours and the owner's messages included. A chat that the account has not is empty. Only with
   * `capabilities.history`. Throws `whatsapp.not-connected`.
   */
  abstract history(query: HistoryQuery): Promise<HistoryPage>;

  /** Every chat that the account has. Only with `capabilities.history`. Throws `whatsapp.not-connected`. */
  abstract chats(): Promise<readonly ChatSummary[]>;

  /** Shows or hides "typing…" on the other side. */
  abstract setTyping(chatId: string, on: boolean): Promise<void>;

  /** Marks messages of that chat as read by us. Unknown ids are ignored. */
  abstract markRead(chatId: string, ids: readonly string[]): Promise<void>;

  /** Puts our reaction on a message of that chat; '' takes it back. Only with `capabilities.reactions`. */
  abstract react(chatId: string, id: string, emoji: string): Promise<void>;

  /** The attachment of a message; null when WhatsApp has it no more. Only with `capabilities.media`. */
  abstract downloadMedia(chatId: string, id: string): Promise<MediaContent | null>;

  /**
   * A code with which the owner of the phone links it, good for about two minutes; `linking` of the status shows it, too. Only with
   * `capabilities.pairingCode`, and only while the account waits to be linked: else throws `whatsapp.not-waiting`.
   */
  abstract requestPairingCode(phone: string): Promise<string>;

  /** Unlinks the account from its phone and stops. What is stored stays. */
  abstract logout(): Promise<void>;
}
