import type { PgEvents } from '#database';

import type { ConnectionStatus } from '../port/connection-status.js';
import type { ChatSummary, HistoryPage } from '../port/history.js';
import type { Lookup } from '../port/lookup.js';
import type { MediaContent } from '../port/media.js';
import { newMessageId } from '../port/message-id.js';
import type { OutboundMessage, SendReceipt } from '../port/outbound-message.js';
import type { WhatsAppEvent, WhatsAppListener } from '../port/whatsapp-event.js';
import { notCapable, notConnected, sendFailed } from '../port/whatsapp.errors.js';
import { WhatsAppPort } from '../port/whatsapp.port.js';
import { StatusBoard } from '../lanes/status-board.js';
import { CLOUD_API_CAPABILITIES } from './cloud-api-capabilities.js';
import type { CloudApiStore } from './cloud-api-store.js';
import type { GraphClient } from './graph/graph-client.js';
import { GraphFailure } from './graph/graph-failure.js';
import { troubleOf } from './graph/graph-verdict.js';
import { CLOUD_API_CHANNEL } from './inbound/cloud-api-channel.js';
import { downloadMedia } from './inbound/download-media.js';
import { MailboxPump, type GiveEvent } from './inbound/mailbox-pump.js';
import { idsMentioned, whatsAppEventOf, type MailedEvent } from './inbound/whatsapp-event-of.js';
import { NumberWatch } from './number-watch.js';
import { CloudApiSender } from './outbound/cloud-api-sender.js';

const HOUR_MS = 3_600_000;

export interface CloudApiAdapterOptions {
  readonly accountId: string;
  readonly store: CloudApiStore;
  readonly graph: GraphClient;
  readonly events: PgEvents;
  /** Told of what failed and will be tried again. */
  readonly report: (error: unknown) => void;
  /** How often the number is asked for while all is well, and while it is not. Ms. */
  readonly watch?: { readonly healthyMs: number; readonly failingMs: number };
}

interface Connection {
  readonly pump: MailboxPump;
  readonly watch: NumberWatch;
  readonly forgetting: NodeJS.Timeout;
  readonly unsubscribe: () => Promise<void>;
}

/** A phone number on WhatsApp's official Cloud API. What the webhook has put into the store comes out here. */
export class CloudApiAdapter extends WhatsAppPort {
  readonly accountId: string;
  readonly capabilities = CLOUD_API_CAPABILITIES;
  private readonly board: StatusBoard;
  private readonly sender: CloudApiSender;
  private listener: WhatsAppListener | null = null;
  private connection: Connection | null = null;
  /** Changes of the connection, one after another. */
  private changing: Promise<void> = Promise.resolve();

  constructor(private readonly options: CloudApiAdapterOptions) {
    super();
    const { accountId, report, store, graph } = options;
    const { sent, windows, clock } = store;
    this.accountId = accountId;
    this.board = new StatusBoard(clock, (status) => this.give({ type: 'status', status }), report);
    this.sender = new CloudApiSender({
      ...{ graph, sent, windows, clock, report },
      onFailure: (failure) => {
        this.suffer(failure);
      },
    });
  }

  connect(listener: WhatsAppListener): Promise<void> {
    return this.change(async () => {
      if (this.connection) return;
      this.listener = listener;
      this.board.change('STARTING');
      try {
        this.connection = await this.open();
      } catch (error) {
        await this.close();
        throw error;
      }
    });
  }

  disconnect(): Promise<void> {
    return this.change(() => this.close());
  }

  status(): ConnectionStatus {
    return this.board.status;
  }

  newMessageId(): string {
    return newMessageId();
  }

  async send(message: OutboundMessage): Promise<SendReceipt> {
    if (!this.canSend()) throw sendFailed(`the account is ${this.status().state}`);
    return this.sender.send(message);
  }

  /** From our own record of requests, which is written before each of them: what is not in it was never asked for. */
  async lookup(chatId: string, id: string): Promise<Lookup> {
    this.mustBeConnected();
    const sent = await this.options.store.sent.find(id);
    if (sent?.chatId !== chatId || sent.state === 'refused') return { found: false, historyComplete: true };
    // Asked, and neither an answer nor a status came: only WhatsApp knows.
    if (sent.state === 'sending') return { found: false, historyComplete: false };
    return { found: true, ack: sent.ack };
  }

  /** Meta keeps no history that could be asked for. */
  history(): Promise<HistoryPage> {
    return Promise.reject(notCapable('read the history of a chat'));
  }

  chats(): Promise<readonly ChatSummary[]> {
    return Promise.reject(notCapable('list the chats of an account'));
  }

  /** WhatsApp ends it by itself, with our answer or after 25 seconds; with it goes a read mark on the contact's last message. */
  async setTyping(chatId: string, on: boolean): Promise<void> {
    if (!on || !this.canSend()) return;
    const latest = await this.options.store.mailbox.latestIn(chatId, null);
    if (latest) await this.mark({ message_id: latest, typing_indicator: { type: 'text' } });
  }

  /** A mark counts for all that came before, too: so the latest alone is marked. */
  async markRead(chatId: string, ids: readonly string[]): Promise<void> {
    this.mustBeConnected();
    const latest = await this.options.store.mailbox.latestIn(chatId, ids);
    if (latest) await this.mark({ message_id: latest });
  }

  async react(chatId: string, id: string, emoji: string): Promise<void> {
    this.mustBeConnected();
    await this.sender.react(chatId, id, emoji);
  }

  async downloadMedia(chatId: string, id: string): Promise<MediaContent | null> {
    this.mustBeConnected();
    const { store, graph } = this.options;
    const mediaId = await store.mailbox.mediaIdOf(chatId, id);
    return mediaId === null ? null : downloadMedia(graph, mediaId);
  }

  requestPairingCode(): Promise<string> {
    return Promise.reject(notCapable('link a phone: the number is registered at Meta'));
  }

  /** No phone is linked, so there is none to unlink: the number stays registered at Meta. */
  logout(): Promise<void> {
    return this.disconnect();
  }

  private async open(): Promise<Connection> {
    const { store, graph, events, report } = this.options;
    const connectedAt = store.clock.now();
    const pump = new MailboxPump({
      mailbox: store.mailbox,
      prepare: (mailed) => this.prepare(mailed, connectedAt),
      report,
    });
    const wake = (): void => {
      pump.wake();
    };
    const unsubscribe = await events.subscribe(
      CLOUD_API_CHANNEL,
      (phoneNumberId) => {
        if (phoneNumberId === store.phoneNumberId) wake();
      },
      wake,
    );
    const watch = new NumberWatch({ graph, board: this.board, report, ...this.options.watch });
    const forget = (): void => void store.mailbox.forgetOld().catch(report);
    forget();
    pump.start();
    watch.start();
    return { pump, watch, unsubscribe, forgetting: setInterval(forget, HOUR_MS).unref() };
  }

  private async close(): Promise<void> {
    const { connection } = this;
    this.connection = null;
    clearInterval(connection?.forgetting);
    await connection?.unsubscribe();
    await connection?.watch.stop();
    await connection?.pump.stop();
    this.board.change('STOPPED');
    await this.board.settled();
    this.listener = null;
  }

  private async prepare(mailed: readonly MailedEvent[], connectedAt: Date): Promise<GiveEvent> {
    const ours = await this.options.store.sent.byWamid([...new Set(mailed.flatMap(idsMentioned))]);
    return async (event) => {
      const told = whatsAppEventOf(event, ours, connectedAt);
      if (told) await this.give(told);
    };
  }

  private async mark(what: object): Promise<void> {
    try {
      await this.options.graph.post('messages', { messaging_product: 'whatsapp', status: 'read', ...what });
    } catch (error) {
      // Too old to be marked, or forgotten by WhatsApp: nothing that anybody could mend.
      if (error instanceof GraphFailure && error.heard === 'refused' && !troubleOf(error)) return;
      throw error;
    }
  }

  private suffer(failure: GraphFailure): void {
    const trouble = troubleOf(failure);
    if (!trouble || !this.connection) return;
    // One failed request is not yet a lost connection: the watch finds out.
    if (trouble.state === 'RECONNECTING') this.connection.watch.check();
    else this.board.change(trouble.state, trouble.reason);
  }

  private canSend(): boolean {
    return ['READY', 'DEGRADED'].includes(this.status().state);
  }

  private mustBeConnected(): void {
    if (!this.canSend()) throw notConnected(this.status().state);
  }

  private async give(event: WhatsAppEvent): Promise<void> {
    await this.listener?.(event);
  }

  private change(work: () => Promise<void>): Promise<void> {
    const done = this.changing.then(work);
    this.changing = done.catch(() => undefined);
    return done;
  }
}
