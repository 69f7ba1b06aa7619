import { sleep } from '#kernel';

import { Batch } from '../../simulator/batch.js';
import { Bell } from '../../simulator/bell.js';
import { RestingChats } from '../../simulator/resting-chats.js';
import type { MailedEvent } from './whatsapp-event-of.js';
import type { WebhookMailbox } from './webhook-mailbox.js';

const MOST_PER_LOOK = 256;
/** Most chats that are worked side by side. */
const MOST_CHATS = 256;
/** How long a lost signal can delay an event. Ms. */
const LOOK_AGAIN_MS = 1_000;
const AFTER_FAILURE_MS = 500;

export interface MailboxPumpOptions {
  readonly mailbox: WebhookMailbox;
  /** Makes ready what of a look is given next: one question to the database for many events. */
  readonly prepare: (events: readonly MailedEvent[]) => Promise<GiveEvent>;
  readonly report: (error: unknown) => void;
}

/** Gives one event to the listener. */
export type GiveEvent = (event: MailedEvent) => Promise<void>;

/** Brings what waits in the mailbox to the listener: chats side by side, each in order, again until the listener took it. */
export class MailboxPump {
  private readonly bell = new Bell();
  private readonly busy = new Map<string, Promise<void>>();
  private readonly resting = new RestingChats();
  private readonly confirmations: Batch<string, void>;
  private readonly stopping = new AbortController();
  private loop: Promise<void> | null = null;

  constructor(private readonly options: MailboxPumpOptions) {
    this.confirmations = new Batch<string, void>(async (seqs) => {
      await options.mailbox.taken(seqs);
      return seqs.map(() => undefined);
    });
  }

  start(): void {
    this.loop ??= this.run();
  }

  /** Something new may be waiting. */
  wake(): void {
    this.bell.ring();
  }

  /** Takes nothing new, and waits for what the listener has in hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.bell.ring();
    await this.loop;
    await Promise.all(this.busy.values());
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        // One moment for both: a chat whose rest ends in between would otherwise be waited for too long.
        const now = performance.now();
        const isMore = await this.look(now);
        if (!isMore) await this.bell.wait(this.resting.untilNext(now, LOOK_AGAIN_MS));
      } catch (error) {
        this.options.report(error);
        await sleep(AFTER_FAILURE_MS, signal);
      }
    }
  }

  /** Takes what waits in chats that are not being worked. Resolves with whether to look again at once. */
  private async look(now: number): Promise<boolean> {
    if (this.busy.size >= MOST_CHATS) return false;
    const without = [...this.busy.keys(), ...this.resting.at(now)];
    const events = await this.options.mailbox.waiting(without, MOST_PER_LOOK);
    if (events.length === 0) return false;
    const give = await this.options.prepare(events);
    for (const [chat, lane] of byChat(events)) {
      const work = this.work(chat, lane, give).finally(() => {
        this.busy.delete(chat);
        this.bell.ring();
      });
      this.busy.set(chat, work);
    }
    return events.length === MOST_PER_LOOK;
  }

  private async work(chat: string, events: readonly MailedEvent[], give: GiveEvent): Promise<void> {
    const confirmed: Promise<void>[] = [];
    for (const event of events) {
      if (this.stopping.signal.aborted) break;
      try {
        await give(event);
      } catch (error) {
        this.options.report(error);
        this.resting.refuse(chat, performance.now());
        break;
      }
      this.resting.succeed(chat);
      confirmed.push(this.confirmations.add(event.seq).catch(this.options.report));
    }
    await Promise.all(confirmed);
  }
}

function byChat(events: readonly MailedEvent[]): ReadonlyMap<string, MailedEvent[]> {
  const chats = new Map<string, MailedEvent[]>();
  for (const event of events) {
    const lane = chats.get(event.chatId);
    if (lane) lane.push(event);
    else chats.set(event.chatId, [event]);
  }
  return chats;
}
