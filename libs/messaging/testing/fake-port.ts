import {
  newMessageId,
  WhatsAppPort,
  type ConnectionStatus,
  type Lookup,
  type OutboundMessage,
  type SendReceipt,
  type WhatsAppCapabilities,
} from '#whatsapp';

/** What a test says of one send: it throws, or it is sent. */
export type Send = (message: OutboundMessage) => Error | undefined;

/** An account that sends into memory, and fails as a test says. */
export class FakePort extends WhatsAppPort {
  readonly accountId = 'fake';
  readonly capabilities = {} as WhatsAppCapabilities;
  readonly sent: OutboundMessage[] = [];
  readonly typing: [chatId: string, on: boolean][] = [];
  readonly reactions: [chatId: string, id: string, emoji: string][] = [];
  readonly read: [chatId: string, ids: readonly string[]][] = [];
  state: ConnectionStatus['state'] = 'READY';
  onSend: Send = () => undefined;
  onLookup: (id: string) => Lookup | Error = () => ({ found: false, historyComplete: true });
  onGesture: () => Error | undefined = () => undefined;

  /** The texts that were sent. */
  get texts(): string[] {
    return this.sent.map(({ content }) => (content.kind === 'text' ? content.text : content.kind));
  }

  send(message: OutboundMessage): Promise<SendReceipt> {
    const error = this.onSend(message);
    if (error) return Promise.reject(error);
    this.sent.push(message);
    return Promise.resolve({ ack: 1, at: new Date() });
  }

  lookup(_chatId: string, id: string): Promise<Lookup> {
    const found = this.onLookup(id);
    return found instanceof Error ? Promise.reject(found) : Promise.resolve(found);
  }

  setTyping(chatId: string, on: boolean): Promise<void> {
    this.typing.push([chatId, on]);
    return Promise.resolve();
  }

  markRead(chatId: string, ids: readonly string[]): Promise<void> {
    const error = this.onGesture();
    if (error) return Promise.reject(error);
    this.read.push([chatId, ids]);
    return Promise.resolve();
  }

  react(chatId: string, id: string, emoji: string): Promise<void> {
    const error = this.onGesture();
    if (error) return Promise.reject(error);
    this.reactions.push([chatId, id, emoji]);
    return Promise.resolve();
  }

  status(): ConnectionStatus {
    return { state: this.state, reason: null, since: new Date() };
  }

  newMessageId = newMessageId;
  connect = nothing;
  disconnect = nothing;
  logout = nothing;
  downloadMedia = () => Promise.resolve(null);
  history = () => Promise.resolve({ messages: [], next: null });
  chats = () => Promise.resolve([]);
  requestPairingCode = () => Promise.resolve('');
}

function nothing(): Promise<void> {
  return Promise.resolve();
}
