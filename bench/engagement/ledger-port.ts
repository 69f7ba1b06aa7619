import type { Clock } from '#kernel';
import {
  newMessageId,
  WhatsAppPort,
  type ConnectionStatus,
  type Lookup,
  type OutboundMessage,
  type SendReceipt,
  type WhatsAppCapabilities,
} from '#whatsapp';

/** What a phone network that only takes messages can do. */
const CAPABILITIES: WhatsAppCapabilities = {
  ...{ premadeIds: true, lookup: true, typing: false, readMarks: false, quotes: false, edits: false, revokes: false },
  ...{ reactions: false, groups: false, history: false, presence: false, media: false, pairingCode: false },
  ...{ templates: false, longestText: 4_096 },
};

/** A message at the phone that it was for. */
export interface DeliveredMessage {
  readonly id: string;
  readonly chatId: string;
  readonly at: Date;
}

/** The other end of an account: writes down what arrives at which phone, and is asked nothing by the program. */
export class LedgerPort extends WhatsAppPort {
  readonly capabilities = CAPABILITIES;
  private readonly sent = new Set<string>();

  constructor(
    readonly accountId: string,
    private readonly clock: Clock,
    private readonly onArrival: (message: DeliveredMessage) => void,
  ) {
    super();
  }

  send({ id, chatId }: OutboundMessage): Promise<SendReceipt> {
    const at = this.clock.now();
    this.sent.add(id);
    this.onArrival({ id, chatId, at });
    return Promise.resolve({ ack: 2, at });
  }

  lookup(_chatId: string, id: string): Promise<Lookup> {
    return Promise.resolve(this.sent.has(id) ? { found: true, ack: 2 } : { found: false, historyComplete: true });
  }

  status(): ConnectionStatus {
    return { state: 'READY', reason: null, since: this.clock.now() };
  }

  newMessageId(): string {
    return newMessageId();
  }

  connect(): Promise<void> {
    return Promise.resolve();
  }

  disconnect(): Promise<void> {
    return Promise.resolve();
  }

  setTyping(): Promise<void> {
    return Promise.resolve();
  }

  markRead(): Promise<void> {
    return Promise.resolve();
  }

  react(): Promise<void> {
    return Promise.resolve();
  }

  logout(): Promise<void> {
    return Promise.resolve();
  }

  history(): Promise<never> {
    return Promise.reject(new Error('nothing is known of before'));
  }

  chats(): Promise<never> {
    return Promise.reject(new Error('nothing is known of before'));
  }

  downloadMedia(): Promise<null> {
    return Promise.resolve(null);
  }

  requestPairingCode(): Promise<never> {
    return Promise.reject(new Error('no phone is linked'));
  }
}
