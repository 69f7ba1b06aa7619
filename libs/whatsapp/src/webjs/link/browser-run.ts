import { failpoint } from '#kernel';

import { chromiumArgs } from '../browser/chromium-args.js';
import { findChromium } from '../browser/find-chromium.js';
import { privateMemory, processTable, treeOf } from '../browser/process-table.js';
import type { Profile } from '../browser/profile.js';
import type { PageClient } from '../client/page-client.js';
import { withDeadline } from '../client/with-deadline.js';
import { failureOf } from './failure-of.js';
import type { LinkSignal } from './link-signal.js';

/** How long the library's own end of a browser may take, before it is ended from outside. */
const CLOSE_MS = 5_000;

export interface BrowserSettings {
  /** `CHROMIUM_PATH`. */
  readonly chromium?: string;
  readonly extraArgs: readonly string[];
  /** How long anything that is asked of the browser may take, in ms. */
  readonly protocolTimeoutMs: number;
  readonly startMs: number;
}

/** What a browser's run is for. */
export interface RunListener {
  signal(signal: LinkSignal): void;
  /** Before anything happens: the place to register what must not be missed. */
  client(client: PageClient): void;
  report(error: unknown): void;
}

/** One browser with WhatsApp Web in it, from its launch to its end. After the end nothing is heard of it any more. */
export class BrowserRun {
  client: PageClient | undefined;
  private starting: Promise<void> = Promise.resolve();
  private hasEnded = false;

  constructor(
    private readonly profile: Profile,
    private readonly settings: BrowserSettings,
    private readonly listener: RunListener,
  ) {}

  /** Resolves when the browser is under way; how it goes on, the listener hears. */
  async start(): Promise<void> {
    try {
      const chromium = await findChromium({ path: this.settings.chromium });
      await this.profile.claim();
      this.client = await this.makeClient(chromium);
    } catch (error) {
      this.failed(error);
      return;
    }
    this.listener.client(this.client);
    this.starting = this.client.initialize().catch((error: unknown) => this.failed(error));
  }

  /** Ends the browser, whatever state it is in. */
  async end(): Promise<void> {
    this.hasEnded = true;
    const { client } = this;
    try {
      if (client && !client.hasLaunched) await withDeadline(this.starting, CLOSE_MS);
    } catch {
      // It is found by its profile, and ended from outside.
    }
    await client?.destroy();
    await this.profile.endBrowsers({ graceMs: 0, killMs: CLOSE_MS });
  }

  /** Private memory of all its processes, in bytes; 0 where that can't be told. */
  async memory(): Promise<number> {
    const pid = this.client?.browserPid;
    return pid === undefined ? 0 : privateMemory(treeOf(pid, await processTable()));
  }

  private async makeClient(chromium: string): Promise<PageClient> {
    // Loaded when it is needed: the library and its puppeteer are large, and other connectors can do without.
    const { PageClient } = await import('../client/page-client.js');
    const client = new PageClient({
      root: this.profile.root,
      chromium,
      args: chromiumArgs({ isRoot: process.getuid?.() === 0, extra: this.settings.extraArgs }),
      protocolTimeoutMs: this.settings.protocolTimeoutMs,
      startMs: this.settings.startMs,
      closeMs: CLOSE_MS,
      listener: {
        socket: (state) => this.tell({ type: 'socket', state }),
        document: () => this.tell({ type: 'document' }),
        lost: (reason) => this.tell({ type: 'lost', reason }),
        handedOver: () => failpoint('webjs.send.handed-over'),
        failed: (error) => this.listener.report(error),
      },
    });
    client.on('qr', (text: string) => this.tell({ type: 'qr', text }));
    client.on('code', (code: string) => this.tell({ type: 'code', code }));
    client.on('ready', () => void this.ready(client));
    client.on('disconnected', (reason: string) => {
      this.tell(reason === 'LOGOUT' ? { type: 'logged-out' } : { type: 'socket', state: reason });
    });
    return client;
  }

  private async ready(client: PageClient): Promise<void> {
    try {
      if (await client.isListening()) this.tell({ type: 'ready' });
    } catch (error) {
      this.listener.report(error);
    }
  }

  private failed(error: unknown): void {
    if (this.hasEnded) return;
    this.listener.report(error);
    this.tell(failureOf(error, this.client?.hasLaunched ?? false));
  }

  private tell(signal: LinkSignal): void {
    if (!this.hasEnded) this.listener.signal(signal);
  }
}
