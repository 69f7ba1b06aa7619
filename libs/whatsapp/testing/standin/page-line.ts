import type { ServerResponse } from 'node:http';

import type { EventLog } from './event-log.js';
import type { Frame, PageSignal } from './wire.js';

/** Events in one frame: a page that was away for long gets them in bites. */
const FRAME_EVENTS = 500;

export interface PageLineOptions {
  /** Made by the page, another at each load. */
  readonly page: string;
  readonly log: EventLog;
  readonly response: ServerResponse;
}

/** The feed to one page: server-sent events for as long as the page is there. */
export class PageLine {
  readonly page: string;
  private cursor = 0;
  private history = 0;
  private unfollow: (() => void) | undefined;
  private isHeldBack = false;

  constructor(private readonly options: PageLineOptions) {
    this.page = options.page;
    options.response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    options.response.write(':\n\n');
  }

  /** Gives the events after the cursor, and whatever comes. Those before `history` are from before the page was linked. */
  follow(cursor: number, history: number): void {
    this.cursor = cursor;
    this.history = history;
    this.unfollow = this.options.log.follow(() => this.pump());
    this.pump();
  }

  caughtUp(): void {
    this.write({ caughtUp: true });
  }

  signal(signal: PageSignal): void {
    this.write({ signal });
  }

  /** Connected, and yet nothing comes through. */
  holdBack(isHeldBack: boolean): void {
    this.isHeldBack = isHeldBack;
    this.pump();
  }

  end(): void {
    this.unfollow?.();
    this.unfollow = undefined;
    this.options.response.destroy();
  }

  private pump(): void {
    if (this.isHeldBack || !this.unfollow) return;
    const { log } = this.options;
    while (this.cursor < log.length) {
      const events = log.after(this.cursor, FRAME_EVENTS);
      this.write({ events, from: this.cursor, history: this.history });
      this.cursor += events.length;
    }
  }

  private write(frame: Frame): void {
    this.options.response.write(`data: ${JSON.stringify(frame)}\n\n`);
  }
}
