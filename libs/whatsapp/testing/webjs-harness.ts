import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { newId } from '#kernel';
import { chromiumPath, waitFor } from '#testing';

import { browsersOn } from '../src/webjs/browser/end-browser.js';
import type { PageCalls } from '../src/webjs/client/page-calls.js';
import type { PageClient } from '../src/webjs/client/page-client.js';
import type { LinkPolicy } from '../src/webjs/link/link-policy.js';
import type { SendTiming } from '../src/webjs/outbound/send-timing.js';
import { WebjsAdapter, type WebjsAdapterOptions } from '../src/webjs/webjs.adapter.js';
import { ListenerLog } from './listener-log.js';
import { StandIn } from './standin/stand-in.js';
import { TestMemory } from './test-memory.js';
import type { PhoneSight, PhoneText, WhatsAppHarness } from './whatsapp-harness.js';

/** So patient that a busy machine passes, and so quick that a test of failures is over soon. */
const POLICY: Partial<LinkPolicy> = { firstWaitMs: 50, longestWaitMs: 500, probeEveryMs: 1_000, probeMs: 1_000 };
const TIMING: Partial<SendTiming> = { answerMs: 1_000 };

export interface WebjsHarnessOptions {
  readonly policy?: Partial<LinkPolicy>;
  readonly sendTiming?: Partial<SendTiming>;
  readonly chromium?: string;
  /** False leaves the page waiting for a phone. */
  readonly link?: boolean;
}

/** A fresh account in a real Chromium, and the stand-in WhatsApp that it is linked to. */
export class WebjsHarness implements WhatsAppHarness {
  readonly accountId = newId();
  readonly memory = new TestMemory();
  /** What the adapter told of failures that it gets over. */
  readonly reports: unknown[] = [];
  readonly port: HarnessPort;
  private hasLinked = false;

  private constructor(
    readonly standIn: StandIn,
    /** Folder of the browser profiles. */
    readonly folder: string,
    private readonly options: WebjsHarnessOptions,
  ) {
    this.port = this.makePort();
  }

  static async open(options: WebjsHarnessOptions = {}): Promise<WebjsHarness> {
    const folder = await mkdtemp(join(tmpdir(), 'secretary-webjs-'));
    return new WebjsHarness(await StandIn.start(), folder, options);
  }

  /** The account's port as another process has it: on the same profile, and with nothing in memory. */
  makePort(): HarnessPort {
    const { standIn, folder, accountId, options } = this;
    return new HarnessPort(
      {
        accountId,
        sessions: folder,
        browser: {
          chromium: options.chromium ?? chromiumPath(),
          extraArgs: standIn.chromiumArgs,
          protocolTimeoutMs: 30_000,
          startMs: 20_000,
        },
        policy: { ...POLICY, ...options.policy },
        sendTiming: { ...TIMING, ...options.sendTiming },
        report: (error) => this.reports.push(error),
      },
      () => this.linkOnce(),
    );
  }

  async writeAsPhone({ id, from, name, body, group, quotedId }: PhoneText): Promise<void> {
    await this.standIn.receive({ id, from, name, body, chat: group, quotedId });
  }

  editAsPhone(chat: string, id: string, body: string): Promise<void> {
    return Promise.resolve(this.standIn.edit({ chat, id }, body));
  }

  revokeAsPhone(chat: string, id: string): Promise<void> {
    return Promise.resolve(this.standIn.revoke({ chat, id }));
  }

  receivedIn(chatId: string): Promise<{ id: string; body: string }[]> {
    return Promise.resolve(this.standIn.ledger.deliveries(chatId).map(({ id, body }) => ({ id, body })));
  }

  seenIn(chatId: string): PhoneSight {
    return { typing: this.standIn.typingIn(chatId), read: this.standIn.readIn(chatId) };
  }

  cutLine(): Promise<void> {
    return this.standIn.cutLine();
  }

  restoreLine(): Promise<void> {
    return this.standIn.restoreLine();
  }

  loseAnswers(): Promise<void> {
    this.standIn.faults.loseAck = true;
    return Promise.resolve();
  }

  refuseSends(): Promise<void> {
    this.standIn.faults.failSend = 'first-try';
    return Promise.resolve();
  }

  async stateIs(state: string, port: HarnessPort = this.port): Promise<void> {
    await waitFor(() => port.status().state === state, { what: `the state ${state}`, timeoutMs: 20_000 });
  }

  async close(): Promise<void> {
    await this.port.disconnect();
    await this.standIn.close();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** The browser's profile. */
  get profile(): string {
    return join(this.folder, this.accountId, 'session');
  }

  /** The browsers on it. */
  async browserPids(): Promise<number[]> {
    return (await browsersOn(this.profile)).map(({ pid }) => pid);
  }

  async killBrowser(): Promise<void> {
    for (const pid of await this.browserPids()) process.kill(pid, 'SIGKILL');
  }

  /** Connects a port, ours or one of another process, and waits until it is ready. */
  async connectAgain(port = this.makePort()): Promise<{ readonly port: HarnessPort; readonly log: ListenerLog }> {
    const log = new ListenerLog(this.memory);
    await port.connect(log.listener, log.memory);
    await this.stateIs('READY', port);
    return { port, log };
  }

  /** The phone scans the first QR that is shown. */
  private linkOnce(): void {
    if (this.hasLinked || this.options.link === false) return;
    this.hasLinked = true;
    this.standIn.scanQr().catch((error: unknown) => this.reports.push(error));
  }
}

/** The page of a browser, for what only puppeteer can do to it. */
interface RawPage {
  frames(): unknown[];
  goto(url: string): Promise<unknown>;
}

/** Has a phone at hand as soon as it is connected. */
export class HarnessPort extends WebjsAdapter {
  constructor(
    options: WebjsAdapterOptions,
    private readonly onConnect: () => void,
  ) {
    super(options);
  }

  get pageCalls(): PageCalls {
    return this.link.page;
  }

  get client(): PageClient {
    return this.link.client;
  }

  get rawPage(): RawPage {
    return this.client.page as unknown as RawPage;
  }

  override connect(...args: Parameters<WebjsAdapter['connect']>): Promise<void> {
    this.onConnect();
    return super.connect(...args);
  }
}
