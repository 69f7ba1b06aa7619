import { AppError } from '#kernel';

import type { StatusBoard } from '../../lanes/status-board.js';
import type { Profile } from '../browser/profile.js';
import { CurrentPage, type PageCalls } from '../client/page-calls.js';
import type { PageClient } from '../client/page-client.js';
import { withDeadline } from '../client/with-deadline.js';
import { refreshQr, socketState } from '../page/probe-page.js';
import { BrowserRun, type BrowserSettings } from './browser-run.js';
import type { LinkPolicy } from './link-policy.js';
import type { LinkAction, LinkSignal } from './link-signal.js';
import { STOPPED_LINK } from './link-state.js';
import { linkStep } from './link-step.js';

const LOGOUT_MS = 10_000;

export interface AccountLinkOptions {
  readonly openProfile: () => Promise<Profile>;
  readonly browser: BrowserSettings;
  readonly policy: LinkPolicy;
  readonly board: StatusBoard;
  readonly report: (error: unknown) => void;
  /** A new browser: its client emits nothing yet. */
  readonly onClient: (client: PageClient) => void;
  /** The page is ready: what was missed can be looked for. */
  readonly onReady: () => void;
  /** From now on something may be missed. */
  readonly onLost: () => void;
  /** Since the last message, in ms; 0 while one is under way. */
  readonly idleMs: () => number;
}

/** Keeps an account linked: does what the decisions of `linkStep` say, one after another, and keeps their deadlines. */
export class AccountLink {
  /** Calls into the page that is there at the moment. */
  readonly page: PageCalls = new CurrentPage(() => this.client.page);
  private link = STOPPED_LINK;
  private profile: Profile | undefined;
  private run: BrowserRun | undefined;
  private acting: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private watchdog: NodeJS.Timeout | undefined;

  constructor(private readonly options: AccountLinkOptions) {}

  get client(): PageClient {
    const client = this.run?.client;
    if (!client) throw new AppError('whatsapp.no-page', 'No browser runs.', { kind: 'unavailable' });
    return client;
  }

  start(): void {
    const { probeEveryMs } = this.options.policy;
    this.watchdog ??= setInterval(() => void this.probe(), probeEveryMs);
    this.signal({ type: 'start' });
  }

  /** Resolves when the browser has ended. */
  async stop(): Promise<void> {
    clearInterval(this.watchdog);
    this.watchdog = undefined;
    this.signal({ type: 'stop' });
    await this.acting;
    await this.profile?.release();
  }

  /** Unlinks the phone, as far as it can be reached, and forgets the session. */
  async logout(): Promise<void> {
    try {
      if (this.run) await withDeadline(this.client.logout(), LOGOUT_MS);
    } catch (error) {
      this.options.report(error);
    }
    this.signal({ type: 'logged-out' });
    await this.acting;
    await (await this.openProfile()).erase();
  }

  signal(signal: LinkSignal): void {
    const { policy, board, onLost } = this.options;
    const around = { now: performance.now(), chance: Math.random(), policy };
    const { next, actions } = linkStep(this.link, signal, around);
    this.link = next;
    board.change(next.state, next.reason, next.linking);
    if (next.state !== 'READY' && next.state !== 'DEGRADED') onLost();
    this.keepDeadline();
    for (const action of actions) this.act(action);
  }

  private keepDeadline(): void {
    clearTimeout(this.timer);
    const { deadline } = this.link;
    if (deadline)
      this.timer = setTimeout(() => this.signal({ type: 'tick' }), Math.max(0, deadline.at - performance.now()));
  }

  private act(action: LinkAction): void {
    switch (action) {
      case 'open':
        return this.inTurn(() => this.open());
      case 'close':
        return this.inTurn(() => this.close());
      case 'forget':
        return this.inTurn(async () => (await this.openProfile()).erase());
      case 'nudge':
        return this.aside(() => this.client.nudge());
      case 'refresh-qr':
        return this.aside(() => this.page.call(refreshQr));
      case 'catch-up':
        return this.options.onReady();
    }
  }

  private async open(): Promise<void> {
    // Stopped or failed while it waited for its turn.
    if (this.link.state !== 'STARTING') return;
    this.run = new BrowserRun(await this.openProfile(), this.options.browser, {
      signal: (signal) => this.signal(signal),
      client: this.options.onClient,
      report: this.options.report,
    });
    await this.run.start();
  }

  private async close(): Promise<void> {
    const { run } = this;
    this.run = undefined;
    await run?.end();
  }

  private async openProfile(): Promise<Profile> {
    return (this.profile ??= await this.options.openProfile());
  }

  private async probe(): Promise<void> {
    const { run } = this;
    if (!run?.client?.hasLaunched) return;
    const socket = await this.page.callWithin(this.options.policy.probeMs, socketState).catch(() => null);
    const memory = await run.memory();
    if (run !== this.run) return;
    this.signal({ type: 'probed', probe: { socket, memory, idle: this.options.idleMs() } });
  }

  private inTurn(work: () => Promise<void>): void {
    this.acting = this.acting.then(work).catch(this.options.report);
  }

  private aside(work: () => Promise<unknown>): void {
    void (async () => {
      try {
        await work();
      } catch (error) {
        this.options.report(error);
      }
    })();
  }
}
