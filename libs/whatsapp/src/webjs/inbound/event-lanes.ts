import { setMaxListeners } from 'node:events';

import { sleep } from '#kernel';

import { ChatLanes } from '../../lanes/chat-lanes.js';
import type { WhatsAppEvent, WhatsAppListener } from '../../port/whatsapp-event.js';

const FIRST_REST_MS = 100;
const LONGEST_REST_MS = 10_000;

interface LaneItem {
  readonly chat: string;
  readonly work: () => Promise<void>;
}

export interface EventLanesOptions {
  readonly listener: WhatsAppListener;
  /** Told of what the listener refused and will be given again. */
  readonly report: (error: unknown) => void;
}

/** Brings events to the listener: chats side by side, each in order, and each event again until it is taken. */
export class EventLanes {
  private readonly stopping = new AbortController();
  private readonly lanes = new ChatLanes<LaneItem>(
    (item) => this.work(item),
    () => undefined,
  );
  /** What came while nobody knew yet what was missed before it. */
  private held: LaneItem[] | null = [];
  private lastGiven = performance.now();

  constructor(private readonly options: EventLanesOptions) {
    // Every event that is given again listens to it.
    setMaxListeners(0, this.stopping.signal);
  }

  get signal(): AbortSignal {
    return this.stopping.signal;
  }

  /** Since when nothing was given, in ms; 0 while something is in hand. */
  get idleMs(): number {
    return this.lanes.isEmpty ? performance.now() - this.lastGiven : 0;
  }

  /** Puts work at the end of its chat's lane, once nothing is held back. */
  push(chat: string, work: () => Promise<void>): void {
    if (this.held) this.held.push({ chat, work });
    else this.lanes.push({ chat, work });
  }

  /** Puts work before everything that is held back. */
  pushMissed(chat: string, work: () => Promise<void>): void {
    this.lanes.push({ chat, work });
  }

  hold(): void {
    this.held ??= [];
  }

  release(): void {
    const held = this.held ?? [];
    this.held = null;
    for (const item of held) this.lanes.push(item);
  }

  /** Resolves when the listener took it, or nobody wants it any more. */
  async give(event: WhatsAppEvent): Promise<void> {
    await this.untilDone(() => this.options.listener(event));
    this.lastGiven = performance.now();
  }

  /** Does it again with growing pauses until it succeeds; undefined when it was given up for the end. */
  async untilDone<T>(work: () => Promise<T>): Promise<T | undefined> {
    for (let rest = FIRST_REST_MS; !this.signal.aborted; rest = Math.min(rest * 2, LONGEST_REST_MS)) {
      try {
        return await work();
      } catch (error) {
        if (this.signal.aborted) break;
        this.options.report(error);
        await sleep(rest, this.signal);
      }
    }
    return undefined;
  }

  /** Resolves when nothing is in hand any more. */
  settled(): Promise<void> {
    return this.lanes.settled();
  }

  /** Gives nothing new, and waits for what the listener has in hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.held = [];
    await this.settled();
  }

  private async work({ work }: LaneItem): Promise<boolean> {
    if (this.signal.aborted) return false;
    try {
      await work();
    } catch (error) {
      if (!this.signal.aborted) this.options.report(error);
    }
    return !this.signal.aborted;
  }
}
