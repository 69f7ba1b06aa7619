import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import whatsapp, { type Client, type ClientOptions } from 'whatsapp-web.js';

import { chromiumPath, waitFor } from '#testing';

import { endBrowser } from '../../src/webjs/browser/end-browser.js';
import { processEntry, type ProcessEntry } from '../../src/webjs/browser/process-table.js';
import type { StandIn } from './stand-in.js';

const READY_MS = 20_000;
const GONE_MS = 10_000;
const CHROMIUM_ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface LibraryEvent {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** The real whatsapp-web.js in real Chromium on a stand-in, with a profile that outlives the browser. */
export class LibraryOnStandIn {
  client!: Client;
  /** What the library has told, over all its lives. */
  readonly events: LibraryEvent[] = [];

  private constructor(
    readonly standIn: StandIn,
    readonly folder: string,
    private readonly options: ClientOptions,
  ) {}

  static async open(standIn: StandIn, options: ClientOptions = {}): Promise<LibraryOnStandIn> {
    const library = new LibraryOnStandIn(standIn, await mkdtemp(join(tmpdir(), 'standin-')), options);
    library.renew();
    return library;
  }

  /** Opened, linked by QR, and ready. */
  static async linked(standIn: StandIn): Promise<LibraryOnStandIn> {
    const library = await LibraryOnStandIn.open(standIn);
    await Promise.all([library.client.initialize(), standIn.scanQr()]);
    await library.heard('ready');
    return library;
  }

  /** Starts a browser on the same profile again. */
  async restart(): Promise<void> {
    this.renew();
    await this.client.initialize();
  }

  async restartUntilReady(): Promise<void> {
    const before = this.named('ready').length;
    await this.restart();
    await waitFor(() => this.named('ready').length > before, { what: 'ready', timeoutMs: READY_MS });
  }

  /** Ends the browser in good order; nothing writes into its profile afterwards. */
  async end(): Promise<void> {
    const main = await this.mainProcess();
    await this.client.destroy();
    if (main) await endBrowser(main, { graceMs: GONE_MS, killMs: GONE_MS });
  }

  /** As a crash ends it: no goodbye to anybody. Its helpers, which would write into the profile for a while, go with it. */
  async kill(): Promise<void> {
    const main = await this.mainProcess();
    const gone = new Promise((resolve) => this.client.pupBrowser?.once('disconnected', resolve));
    if (main) await endBrowser(main, { graceMs: 0, killMs: GONE_MS });
    await gone;
  }

  named(name: string): readonly (readonly unknown[])[] {
    return this.events.filter((event) => event.name === name).map(({ args }) => args);
  }

  async heard(name: string, count = 1): Promise<readonly unknown[]> {
    const args = await waitFor(() => this.named(name)[count - 1], { what: `${count} ${name}`, timeoutMs: READY_MS });
    return args;
  }

  /** Asks the page itself. */
  async inPage<T>(expression: string): Promise<T> {
    return (await this.client.pupPage?.evaluate(expression)) as T;
  }

  async close(): Promise<void> {
    await this.end().catch(() => undefined);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  private async mainProcess(): Promise<ProcessEntry | undefined> {
    const pid = this.client.pupBrowser?.process()?.pid;
    return pid === undefined ? undefined : processEntry(pid);
  }

  private renew(): void {
    const isRoot = process.getuid?.() === 0;
    this.client = new whatsapp.Client({
      authStrategy: new whatsapp.LocalAuth({ clientId: 'standin', dataPath: this.folder }),
      webVersionCache: { type: 'none' },
      puppeteer: {
        headless: true,
        executablePath: chromiumPath(),
        args: [...CHROMIUM_ARGS, ...(isRoot ? ['--no-sandbox'] : []), ...this.standIn.chromiumArgs],
      },
      ...this.options,
    });
    this.tameInject();
    this.recordEvents();
  }

  /** The library starts it without waiting for it: one that fails because the browser is closed would end this process. */
  private tameInject(): void {
    const client = this.client as Client & { inject(): Promise<void> };
    const inject = client.inject.bind(client);
    client.inject = () =>
      inject().catch((error: unknown) => void this.events.push({ name: 'inject failed', args: [error] }));
  }

  private recordEvents(): void {
    const { events } = this;
    const emit = this.client.emit.bind(this.client);
    this.client.emit = (name: string | symbol, ...args: unknown[]) => {
      events.push({ name: String(name), args });
      return emit(name, ...args);
    };
  }
}
