import { AppError, SystemClock, type Clock } from '#kernel';

import { StatusBoard } from '../lanes/status-board.js';
import type { AccountMemory } from '../port/account-memory.js';
import type { ConnectionStatus } from '../port/connection-status.js';
import { isConnected } from '../port/is-connected.js';
import type { ChatSummary, HistoryPage, HistoryQuery } from '../port/history.js';
import type { Lookup } from '../port/lookup.js';
import type { MediaContent } from '../port/media.js';
import { newMessageId } from '../port/message-id.js';
import type { OutboundMessage, SendReceipt } from '../port/outbound-message.js';
import type { WhatsAppEvent, WhatsAppListener } from '../port/whatsapp-event.js';
import { notConnected, notWaiting } from '../port/whatsapp.errors.js';
import { WhatsAppPort } from '../port/whatsapp.port.js';
import { Profile } from './browser/profile.js';
import { withDeadline } from './client/with-deadline.js';
import type { ChatHistory } from './inbound/chat-history.js';
import { Inbound } from './inbound/inbound.js';
import { Recent } from './inbound/recent.js';
import { AccountLink } from './link/account-link.js';
import type { BrowserSettings } from './link/browser-run.js';
import { LINK_POLICY, type LinkPolicy } from './link/link-policy.js';
import { downloadAttachment } from './outbound/download-attachment.js';
import { PageSender } from './outbound/page-sender.js';
import { SEND_TIMING, type SendTiming } from './outbound/send-timing.js';
import { markChatRead, reactTo, showTyping } from './page/message-tools.js';
import { WEBJS_CAPABILITIES } from './webjs-capabilities.js';

export interface WebjsAdapterOptions {
  readonly accountId: string;
  /** Folder of all browser profiles: one below it for each account. */
  readonly sessions: string;
  readonly browser: BrowserSettings;
  readonly policy?: Partial<LinkPolicy>;
  readonly sendTiming?: Partial<SendTiming>;
  readonly clock?: Clock;
  /** Told of what failed and will be tried again. */
  readonly report?: (error: unknown) => void;
}

const CODE_MS = 60_000;

/** An account on WhatsApp Web, run by whatsapp-web.js in a Chromium of its own. */
export class WebjsAdapter extends WhatsAppPort {
  readonly accountId: string;
  readonly capabilities = WEBJS_CAPABILITIES;
  private readonly board: StatusBoard;
  protected readonly link: AccountLink;
  private readonly sender: PageSender;
  private readonly clock: Clock;
  private readonly report: (error: unknown) => void;
  /** Over all connections: a page that comes back may tell of what it sent before. */
  private readonly sent = new Recent();
  private listener: WhatsAppListener | null = null;
  private inbound: Inbound | null = null;

  constructor(options: WebjsAdapterOptions) {
    super();
    this.accountId = options.accountId;
    this.clock = options.clock ?? new SystemClock();
    this.report = options.report ?? (() => undefined);
    this.board = new StatusBoard(this.clock, (status) => this.give({ type: 'status', status }), this.report);
    this.link = new AccountLink({
      openProfile: () => Profile.open(options.sessions, options.accountId),
      browser: options.browser,
      policy: { ...LINK_POLICY, ...options.policy },
      board: this.board,
      report: this.report,
      onClient: (client) => this.inbound?.watch(client),
      onReady: () => this.inbound?.catchUp(),
      onLost: () => this.inbound?.hold(),
      idleMs: () => Math.min(this.inbound?.idleMs ?? 0, this.sender.idleMs),
    });
    this.sender = new PageSender({
      page: this.link.page,
      timing: { ...SEND_TIMING, ...options.sendTiming },
      now: () => this.clock.now(),
      document: () => this.link.client.readyDocument,
      unready: () => (this.isReady ? undefined : this.status().state),
      willSend: (id) => this.sent.add(id),
    });
  }

  connect(listener: WhatsAppListener, memory: AccountMemory): Promise<void> {
    if (this.listener) return Promise.resolve();
    this.listener = listener;
    const { report, sent, clock } = this;
    this.inbound = new Inbound({ listener, memory, page: this.link.page, sent, now: () => clock.now(), report });
    this.link.start();
    return Promise.resolve();
  }

  async disconnect(): Promise<void> {
    await this.inbound?.stop();
    await this.link.stop();
    await this.sender.settled();
    await this.board.settled();
    this.inbound = null;
    this.listener = null;
  }

  status(): ConnectionStatus {
    return this.board.status;
  }

  newMessageId(): string {
    return newMessageId();
  }

  send(message: OutboundMessage): Promise<SendReceipt> {
    return this.sender.send(message);
  }

  async lookup(chatId: string, id: string): Promise<Lookup> {
    return this.whenReady(() => this.sender.lookup(chatId, id));
  }

  history(query: HistoryQuery): Promise<HistoryPage> {
    return this.ofPage(() => this.past.read(query));
  }

  chats(): Promise<readonly ChatSummary[]> {
    return this.ofPage(() => this.past.chats());
  }

  async setTyping(chatId: string, on: boolean): Promise<void> {
    // A courtesy: while there is no page nobody would see it.
    if (this.isReady) await this.link.page.call(showTyping, { chatId, on });
  }

  async markRead(chatId: string, ids: readonly string[]): Promise<void> {
    await this.whenReady(() => this.link.page.call(markChatRead, { chatId, ids }));
  }

  async react(chatId: string, id: string, emoji: string): Promise<void> {
    await this.whenReady(() => this.link.page.call(reactTo, { chatId, id, emoji }));
  }

  downloadMedia(chatId: string, id: string): Promise<MediaContent | null> {
    return this.ofPage(() => downloadAttachment(this.link, { chatId, id }));
  }

  async requestPairingCode(phone: string): Promise<string> {
    const { state } = this.status();
    if (state !== 'WAIT_QR') throw notWaiting(state);
    return withDeadline(this.link.client.requestPairingCode(phone.replace(/\D/g, '')), CODE_MS);
  }

  async logout(): Promise<void> {
    await this.inbound?.stop();
    await this.link.logout();
    await this.disconnect();
  }

  private get past(): ChatHistory {
    if (!this.inbound) throw notConnected(this.status().state);
    return this.inbound.history;
  }

  private get isReady(): boolean {
    return isConnected(this.status());
  }

  /** A page that is lost on the way, or does not answer, is no connection. */
  private async whenReady<T>(work: () => Promise<T>): Promise<T> {
    if (!this.isReady) throw notConnected(this.status().state);
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError) throw error;
      this.report(error);
      throw notConnected(this.isReady ? 'DEGRADED' : this.status().state);
    }
  }

  /** While the page is well, what fails is what was asked for: who asks must not take it for an outage, and ask for ever. */
  private async ofPage<T>(work: () => Promise<T>): Promise<T> {
    if (!this.isReady) throw notConnected(this.status().state);
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError || this.isReady) throw error;
      throw notConnected(this.status().state);
    }
  }

  private async give(event: WhatsAppEvent): Promise<void> {
    await this.listener?.(event);
  }
}
