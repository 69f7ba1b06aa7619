import {
  newMessageId,
  notWaiting,
  WhatsAppPort,
  type AccountMemory,
  type ChatSummary,
  type ConnectionState,
  type ConnectionStatus,
  type HistoryPage,
  type HistoryQuery,
  type Linking,
  type Lookup,
  type MediaContent,
  type OutboundMessage,
  type SendReceipt,
  type WhatsAppCapabilities,
  type WhatsAppEvent,
  type WhatsAppListener,
} from '#whatsapp';

const CAPABILITIES: WhatsAppCapabilities = {
  ...{ premadeIds: true, lookup: true, typing: true, readMarks: true, quotes: true, edits: true, revokes: true },
  ...{
    reactions: true,
    groups: true,
    history: true,
    presence: false,
    media: true,
    pairingCode: true,
    templates: false,
    longestText: 65_536,
  },
};

/** An account that observes what a test lets it observe, and remembers what was asked of it. */
export class ScriptedPort extends WhatsAppPort {
  readonly capabilities = CAPABILITIES;
  readonly sent: OutboundMessage[] = [];
  readonly asked: string[] = [];
  memory: AccountMemory | undefined;
  downloads = 0;
  onConnect: () => Promise<void> = () => Promise.resolve();
  onDisconnect: () => Promise<void> = () => Promise.resolve();
  onLogout: () => Promise<void> = () => Promise.resolve();
  onDownload: (id: string) => Promise<MediaContent | null> = () => Promise.resolve(null);
  onHistory: (query: HistoryQuery) => Promise<HistoryPage> = () => Promise.resolve({ messages: [], next: null });
  onChats: () => Promise<readonly ChatSummary[]> = () => Promise.resolve([]);
  onPairing: (phone: string) => Promise<string> = () => Promise.reject(notWaiting(this.current.state));
  private listener: WhatsAppListener | undefined;
  private current: ConnectionStatus = { state: 'STOPPED', reason: null, since: new Date() };

  constructor(readonly accountId: string) {
    super();
  }

  async connect(listener: WhatsAppListener, memory: AccountMemory): Promise<void> {
    this.listener = listener;
    this.memory = memory;
    this.asked.push('connect');
    await this.onConnect();
    await this.become('READY');
  }

  async disconnect(): Promise<void> {
    if (!this.listener) return;
    this.asked.push('disconnect');
    await this.onDisconnect();
    await this.become('STOPPED');
    this.listener = undefined;
  }

  status(): ConnectionStatus {
    return this.current;
  }

  /** As an adapter tells it. */
  async become(state: ConnectionState, reason: string | null = null, linking?: Linking): Promise<void> {
    this.current = { state, reason, since: new Date(), ...(linking && { linking }) };
    await this.observe({ type: 'status', status: this.current });
  }

  async observe(event: WhatsAppEvent): Promise<void> {
    await this.listener?.(event);
  }

  newMessageId(): string {
    return newMessageId();
  }

  send(message: OutboundMessage): Promise<SendReceipt> {
    this.sent.push(message);
    return Promise.resolve({ ack: 1, at: new Date() });
  }

  lookup(_chatId: string, id: string): Promise<Lookup> {
    const found = this.sent.some((message) => message.id === id);
    return Promise.resolve(found ? { found, ack: 1 } : { found, historyComplete: true });
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

  downloadMedia(_chatId: string, id: string): Promise<MediaContent | null> {
    this.downloads += 1;
    return this.onDownload(id);
  }

  history(query: HistoryQuery): Promise<HistoryPage> {
    return this.onHistory(query);
  }

  chats(): Promise<readonly ChatSummary[]> {
    return this.onChats();
  }

  requestPairingCode(phone: string): Promise<string> {
    this.asked.push(`pairing ${phone}`);
    return this.onPairing(phone);
  }

  async logout(): Promise<void> {
    this.asked.push('logout');
    await this.onLogout();
    await this.become('LOGGED_OUT', 'by us');
    await this.disconnect();
  }
}
