import { AppError } from '#kernel';

import { documentOf, markDocument } from '../page/mark-document.js';
import { hookDocument } from '../page/hook-document.js';
import type { PageWindow } from '../page/page-window.js';
import { LocalSession } from './local-session.js';
import { withDeadline } from './with-deadline.js';
import { Client, type BrowserPage } from './whatsapp-web.js';

declare const window: PageWindow;

export interface PageClientOptions {
  /** Folder of the profile. */
  readonly root: string;
  readonly chromium: string;
  readonly args: readonly string[];
  /** How long anything that is asked of the browser may take, in ms. */
  readonly protocolTimeoutMs: number;
  readonly startMs: number;
  /** How long the browser may take to end in good order. */
  readonly closeMs: number;
  readonly listener: PageListener;
}

/** Hears what the library does not tell, or tells wrongly. */
export interface PageListener {
  /** The page's line to WhatsApp changed: CONNECTED, UNPAIRED, … */
  socket(state: string): void;
  /** The page shows another document than before. */
  document(): void;
  /** The browser or its page is gone. */
  lost(reason: string): void;
  /** WhatsApp's page has taken over a message. */
  handedOver(id: string): void;
  /** Something failed that the library would have ended the process with. */
  failed(error: unknown): void;
}

const POLL_MS = 20;
const PAGE_MODULES_MS = 30_000;
const LAUNCH_MS = 30_000;

/**
 * The library's client without the traps that end processes or double events: it injects once into each document, one after the
 * other, and what fails later becomes a word to the listener.
 */
export class PageClient extends Client {
  private injecting: Promise<void> = Promise.resolve();
  private shown: string | null = null;
  private injectedInto: string | null = null;
  private readonly attached = new Map<string, Promise<void>>();
  private listeningTo: string | undefined;
  private isInitialized = false;
  private isLaunched = false;
  private destroying: Promise<void> | undefined;

  constructor(private readonly settings: PageClientOptions) {
    super({
      authStrategy: new LocalSession({ dataPath: settings.root }),
      // The default writes into the working directory, and may serve a page of yesterday.
      webVersionCache: { type: 'none' },
      authTimeoutMs: settings.startMs,
      evalOnNewDoc: markDocument,
      puppeteer: {
        headless: true,
        executablePath: settings.chromium,
        args: settings.args,
        // On a pipe the browser ends with us, even when we are killed; and no port is open on this machine.
        pipe: true,
        protocolTimeout: settings.protocolTimeoutMs,
        timeout: LAUNCH_MS,
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      },
    });
    // Sent before the library looks whether to load its functions, and so in time for them.
    this.on('authenticated', () => void this.hook());
  }

  get page(): BrowserPage {
    if (!this.pupPage) throw new AppError('whatsapp.no-page', 'The browser has no page yet.', { kind: 'unavailable' });
    return this.pupPage;
  }

  /** The number of the browser's main process, once it runs. */
  get browserPid(): number | undefined {
    return this.pupBrowser?.process()?.pid;
  }

  /** Which document the page shows; null before WhatsApp's first. */
  document(): Promise<string | null> {
    return this.page.evaluate(documentOf);
  }

  override async initialize(): Promise<void> {
    await super.initialize();
    this.isInitialized = true;
  }

  /** Whether the browser came up, whatever became of the page in it. */
  get hasLaunched(): boolean {
    return this.isLaunched;
  }

  /** The library calls this between launch and page load. Its own work here has a trap (an unread response), and is of no use to us. */
  override async initWebVersionCache(): Promise<void> {
    const { listener } = this.settings;
    this.isLaunched = true;
    this.pupBrowser?.on('disconnected', () => listener.lost('Chromium has ended.'));
    this.page.on('error', () => listener.lost('The page has crashed.'));
    this.page.on('close', () => listener.lost('The page was closed.'));
    this.page.on('framenavigated', (frame) => {
      if (frame === this.page.mainFrame()) void this.noticeDocument();
    });
    await this.page.exposeFunction('secretarySignal', (name: string, value: string) => {
      if (name === 'socket') listener.socket(value);
      else listener.handedOver(value);
    });
  }

  /** Once a document, and never two at a time. After the start it never rejects: nobody would catch it. */
  override inject(): Promise<void> {
    const done = this.injecting.then(() => this.injectOnce());
    this.injecting = done.catch(() => undefined);
    return this.isInitialized ? done.catch((error: unknown) => this.settings.listener.failed(error)) : done;
  }

  /** Once a document, however often the page says that it has synced. */
  override async attachEventListeners(): Promise<void> {
    const document = (await this.document()) ?? '';
    const attaching = this.attached.get(document) ?? super.attachEventListeners();
    this.attached.set(document, attaching);
    await attaching;
  }

  /**
   * Whether the library listens to the document that the page shows; waits while it begins to. It says `ready` also before that, when
   * the page says twice that it has synced.
   */
  async isListening(): Promise<boolean> {
    const document = (await this.document()) ?? '';
    const attaching = this.attached.get(document);
    await attaching;
    if (attaching) this.listeningTo = document;
    return attaching !== undefined;
  }

  /** The document that the library listens to. */
  get readyDocument(): string | undefined {
    return this.listeningTo;
  }

  /** Tells the library that the page has synced. */
  async nudge(): Promise<void> {
    await this.page.evaluate(() => window.onAppStateHasSyncedEvent());
  }

  /** Ends the browser: in good order, so that it writes down what it knows, or by force. Never rejects. */
  override destroy(): Promise<void> {
    return (this.destroying ??= this.end());
  }

  private async end(): Promise<void> {
    const browser = this.pupBrowser;
    if (!browser) return;
    try {
      await withDeadline(browser.close(), this.settings.closeMs);
    } catch {
      browser.process()?.kill('SIGKILL');
    }
  }

  private async injectOnce(): Promise<void> {
    for (;;) {
      const document = await this.document();
      if (document !== null && document === this.injectedInto) return;
      try {
        await this.page.waitForFunction('window.Debug?.VERSION != undefined', {
          timeout: PAGE_MODULES_MS,
          polling: POLL_MS,
        });
        await this.hook();
        await super.inject();
        this.injectedInto = document;
        return await this.nudgeIfSynced();
      } catch (error) {
        // A page that went on to another document meanwhile is no failure: that one's turn.
        if ((await this.document()) === document) throw error;
      }
    }
  }

  /** Going on within a document, as pages do with their address, is no new one. */
  private async noticeDocument(): Promise<void> {
    try {
      const document = await this.document();
      if (document === this.shown) return;
      this.shown = document;
      this.settings.listener.document();
    } catch {
      // The page went on again, and tells that, too; or it is lost.
    }
  }

  private async hook(): Promise<void> {
    try {
      await this.page.evaluate(hookDocument);
    } catch (error) {
      this.settings.listener.failed(error);
    }
  }

  /** A page that has synced before the library listened does not say so again. */
  private async nudgeIfSynced(): Promise<void> {
    const hasSynced = await this.page.evaluate(() => window.require('WAWebSocketModel').Socket.hasSynced);
    if (hasSynced) await this.nudge();
  }
}
