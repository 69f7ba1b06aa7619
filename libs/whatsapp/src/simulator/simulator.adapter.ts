import { SystemClock, sleep, type Clock } from '#kernel';

import { StatusBoard } from '../lanes/status-board.js';
import type { ConnectionStatus } from '../port/connection-status.js';
import type { ChatSummary, HistoryPage, HistoryQuery } from '../port/history.js';
import type { Lookup } from '../port/lookup.js';
import { newMessageId } from '../port/message-id.js';
import type { OutboundMessage, SendReceipt } from '../port/outbound-message.js';
import type { WhatsAppListener } from '../port/whatsapp-event.js';
import { notCapable, notConnected, sendFailed, sendRejected, sendUnknown } from '../port/whatsapp.errors.js';
import { WhatsAppPort } from '../port/whatsapp.port.js';
import { ActiveFaults } from './active-faults.js';
import { NO_FAULTS, type FaultScript } from './fault-script.js';
import { incomingMessage } from './incoming.js';
import { InboundPump } from './inbound-pump.js';
import { parseFaults } from './parse-faults.js';
import { Receipts } from './receipts.js';
import { SIMULATOR_CAPABILITIES } from './simulator-capabilities.js';
import type { SimulatorNetwork } from './simulator-network.js';
import type { SimulatorSignal } from './simulator-signal.js';

const OUTAGE_MS = 150;

export interface SimulatorAdapterOptions {
  readonly accountId: string;
  readonly network: SimulatorNetwork;
  /** The script while none is set at run time. */
  readonly faults?: FaultScript;
  readonly clock?: Clock;
  /** Told of what failed and will be tried again. */
  readonly report?: (error: unknown) => void;
}

interface Connection {
  readonly pump: InboundPump;
  readonly receipts: Receipts;
}

/** An account on the simulated network. */
export class SimulatorAdapter extends WhatsAppPort {
  readonly accountId: string;
  readonly capabilities = SIMULATOR_CAPABILITIES;
  private readonly network: SimulatorNetwork;
  private readonly clock: Clock;
  private readonly faults: ActiveFaults;
  private readonly report: (error: unknown) => void;
  private readonly board: StatusBoard;
  private listener: WhatsAppListener | null = null;
  private connection: Connection | null = null;
  private unlisten: (() => void) | null = null;
  /** Changes of the connection, one after another. */
  private changing: Promise<void> = Promise.resolve();

  constructor(private readonly options: SimulatorAdapterOptions) {
    super();
    this.accountId = options.accountId;
    this.network = options.network;
    this.clock = options.clock ?? new SystemClock();
    this.faults = new ActiveFaults(options.faults ?? NO_FAULTS);
    this.report = options.report ?? (() => undefined);
    this.board = new StatusBoard(this.clock, (status) => this.give({ type: 'status', status }), this.report);
  }

  async connect(listener: WhatsAppListener): Promise<void> {
    if (this.listener) return;
    this.listener = listener;
    this.board.change('STARTING');
    try {
      await this.network.lines.register(this.accountId);
      this.unlisten = this.network.signals.listen((signal) => {
        this.onSignal(signal);
      });
      await this.change(() => this.followLine());
    } catch (error) {
      await this.disconnect();
      throw error;
    }
  }

  async disconnect(): Promise<void> {
    this.unlisten?.();
    this.unlisten = null;
    await this.change(async () => {
      await this.close();
      this.board.change('STOPPED');
      await this.board.settled();
      this.listener = null;
    });
  }

  status(): ConnectionStatus {
    return this.board.status;
  }

  newMessageId(): string {
    return newMessageId();
  }

  async send({ id, chatId, content, quotedId }: OutboundMessage): Promise<SendReceipt> {
    if (content.kind !== 'text') throw sendRejected('the simulated network carries text only');
    const { text } = content;
    const { connection } = this;
    if (!connection) throw sendFailed(`the account is ${this.status().state}`);
    if (text.length > SIMULATOR_CAPABILITIES.longestText)
      throw sendRejected(`it is longer than ${SIMULATOR_CAPABILITIES.longestText} characters`);
    if (this.faults.strikesOnce('failedSend', id)) throw sendFailed('the network refused it');
    const ack = this.faults.strikes('unread', id) ? 2 : 3;
    const delivery = {
      chat: chatId,
      messageId: id,
      body: text,
      quotedId: quotedId ?? null,
      at: this.clock.now(),
      ack,
    } as const;
    const seq = await this.network.deliver({ ...delivery, accountId: this.accountId }).catch((error: unknown) => {
      throw sendUnknown('the network did not answer', error);
    });
    if (this.faults.strikes('lostAck', id)) throw sendUnknown('the answer of the network was lost');
    connection.receipts.follow({ ...delivery, seq });
    return { ack: 1, at: delivery.at };
  }

  async lookup(chatId: string, id: string): Promise<Lookup> {
    this.mustBeConnected();
    const ack = await this.network.ledger.furthest(this.accountId, chatId, id);
    return ack === null ? { found: false, historyComplete: true } : { found: true, ack };
  }

  history(query: HistoryQuery): Promise<HistoryPage> {
    return this.whenConnected(() => this.network.history.page(this.accountId, query));
  }

  chats(): Promise<readonly ChatSummary[]> {
    return this.whenConnected(() => this.network.history.chats(this.accountId));
  }

  setTyping(chatId: string, on: boolean): Promise<void> {
    // A courtesy: while the line is down there is nobody to see it.
    if (this.connection) this.network.signals.send({ type: 'typing', chat: chatId, on });
    return Promise.resolve();
  }

  async markRead(chatId: string, ids: readonly string[]): Promise<void> {
    this.mustBeConnected();
    for (const id of await this.network.mailbox.read(this.accountId, chatId, ids)) {
      this.network.signals.send({ type: 'tick', chat: chatId, id, ack: 3 });
    }
  }

  react(): Promise<void> {
    return Promise.reject(notCapable('react to messages'));
  }

  downloadMedia(): Promise<null> {
    return Promise.resolve(null);
  }

  requestPairingCode(): Promise<string> {
    return Promise.reject(notCapable('link a phone by a code'));
  }

  async logout(): Promise<void> {
    await this.network.changeLine({ line: 'logged-out' }, this.accountId);
    await this.disconnect();
  }

  /** Resolves when every change of the line that is known by now was followed. */
  settled(): Promise<void> {
    return this.changing;
  }

  private async whenConnected<T>(work: () => Promise<T>): Promise<T> {
    this.mustBeConnected();
    return work();
  }

  private mustBeConnected(): void {
    if (!this.connection) throw notConnected(this.status().state);
  }

  private onSignal(signal: SimulatorSignal): void {
    const linesChanged = signal.type === 'missed' || (signal.type === 'account' && signal.accountId === this.accountId);
    if (linesChanged) this.change(() => this.followLine()).catch(this.report);
    if (signal.type === 'missed' || (signal.type === 'tick' && signal.ack === 1)) this.connection?.pump.wake();
  }

  /** Does what the network's list of accounts says now. */
  private async followLine(): Promise<void> {
    if (!this.listener) return;
    const { line, faults } = await this.network.lines.find(this.accountId);
    this.faults.script = faults === null ? (this.options.faults ?? NO_FAULTS) : parseFaults(faults);
    switch (line) {
      case 'up':
        return this.open();
      case 'down':
        await this.close();
        return this.board.change('RECONNECTING', 'The line was cut.');
      case 'logged-out':
        await this.close();
        return this.board.change('LOGGED_OUT', 'The phone logged this account out. Link it again.');
    }
  }

  private async open(): Promise<void> {
    if (this.connection) return;
    this.board.change('SYNCING');
    const { network, accountId, faults, report } = this;
    const connectedAt = this.clock.now();
    const pump = new InboundPump({
      network,
      accountId,
      faults,
      report,
      handOver: (queued) => this.give({ type: 'message', message: incomingMessage(queued, connectedAt) }),
      cut: (fault) => {
        this.change(() => this.suffer(fault)).catch(report);
      },
    });
    const receipts = new Receipts({
      ledger: network.ledger,
      accountId,
      report,
      tell: ({ chat, messageId, at }, ack) => this.give({ type: 'ack', chatId: chat, id: messageId, ack, at }),
    });
    await receipts.catchUp();
    this.connection = { pump, receipts };
    this.board.change('READY');
    pump.start();
  }

  private async close(): Promise<void> {
    const { connection } = this;
    this.connection = null;
    await connection?.pump.stop();
    await connection?.receipts.stop();
  }

  private async suffer(fault: 'disconnect' | 'logout'): Promise<void> {
    await this.close();
    if (fault === 'logout') {
      await this.network.changeLine({ line: 'logged-out' }, this.accountId);
    } else {
      this.board.change('RECONNECTING', 'The line dropped.');
      await sleep(OUTAGE_MS);
    }
    await this.followLine();
  }

  private change(work: () => Promise<void>): Promise<void> {
    const done = this.changing.then(work);
    this.changing = done.catch(() => undefined);
    return done;
  }

  private async give(event: Parameters<WhatsAppListener>[0]): Promise<void> {
    await this.listener?.(event);
  }
}
