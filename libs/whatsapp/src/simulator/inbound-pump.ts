import { setMaxListeners } from 'node:events';

import { sleep } from '#kernel';

import type { ActiveFaults } from './active-faults.js';
import { Bell } from './bell.js';
import { ChatLanes } from '../lanes/chat-lanes.js';
import { roll } from './fault-dice.js';
import type { QueuedMessage } from './phone-message.js';
import { reorder } from './reorder.js';
import { RestingChats } from './resting-chats.js';
import type { SimulatorNetwork } from './simulator-network.js';

/** Most messages taken from the network and not yet confirmed. */
const WINDOW = 512;
const MOST_PER_LOOK = 256;
/** A chat with so many in hand gets no more for now, so that a slow one does not fill the window. */
const MOST_PER_CHAT = 64;
/** How long a lost signal can delay a message. */
const LOOK_AGAIN_MS = 1_000;
const LATEST_MS = 1_500;

export interface PumpOptions {
  readonly network: SimulatorNetwork;
  readonly accountId: string;
  readonly faults: ActiveFaults;
  /** Gives one message to the listener. */
  readonly handOver: (message: QueuedMessage) => Promise<void>;
  /** The script wants the line to end here. Must not wait for the pump. */
  readonly cut: (fault: 'disconnect' | 'logout') => void;
  readonly report: (error: unknown) => void;
}

/** Brings what waits in the network to the listener: chats side by side, each in order, again until the listener took it. */
export class InboundPump {
  private readonly bell = new Bell();
  private readonly inHand = new Map<string, QueuedMessage>();
  private readonly resting = new RestingChats();
  private readonly lanes = new ChatLanes<QueuedMessage>(
    (message) => this.work(message),
    (messages) => {
      this.letGo(messages);
    },
  );
  private readonly stopping = new AbortController();
  private readonly background = new Set<Promise<void>>();
  private loop: Promise<void> | null = null;
  private wantsMore = false;
  /** Chats of which a message was refused while we looked: what was found of them comes after that one, and is looked for again. */
  private readonly refusedMeanwhile = new Set<string>();

  constructor(private readonly options: PumpOptions) {
    // Every late message listens to it.
    setMaxListeners(0, this.stopping.signal);
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
    await this.lanes.settled();
    await Promise.all(this.background);
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const found = await this.look();
      if (!found) await this.bell.wait(this.resting.untilNext(performance.now(), LOOK_AGAIN_MS));
    }
  }

  /** Takes what waits, as far as there is room. Resolves with whether to look again at once. */
  private async look(): Promise<boolean> {
    const { network, accountId, faults, report } = this.options;
    const room = Math.min(WINDOW - this.inHand.size, MOST_PER_LOOK);
    const crowded = this.lanes.longerThan(MOST_PER_CHAT);
    this.wantsMore = room <= 0 || crowded.length > 0;
    if (room <= 0) return false;
    try {
      this.refusedMeanwhile.clear();
      const without = { seqs: [...this.inHand.keys()], chats: [...crowded, ...this.resting.at(performance.now())] };
      const found = await network.mailbox.waiting(accountId, without, room);
      const messages = found.filter(({ chat }) => !this.refusedMeanwhile.has(chat));
      for (const message of messages) this.inHand.set(message.seq, message);
      for (const chat of byChat(messages)) {
        for (const message of reorder(chat, ({ id }) => faults.strikes('reorder', id))) this.lanes.push(message);
      }
      return found.length === room;
    } catch (error) {
      report(error);
      return false;
    }
  }

  private async work(message: QueuedMessage): Promise<boolean> {
    if (this.stopping.signal.aborted || this.cutBy(message)) {
      this.letGo([message]);
      return false;
    }
    if (this.options.faults.strikesOnce('late', message.id)) {
      this.inBackground(this.bringLater(message));
      return true;
    }
    try {
      await this.options.handOver(message);
      if (this.options.faults.strikes('duplicate', message.id)) await this.options.handOver(message);
    } catch (error) {
      this.options.report(error);
      this.resting.refuse(message.chat, performance.now());
      this.refusedMeanwhile.add(message.chat);
      this.letGo([message]);
      // The loop has a new, shorter pause to keep.
      this.bell.ring();
      return false;
    }
    this.resting.succeed(message.chat);
    this.inBackground(this.confirm(message));
    return true;
  }

  private cutBy({ id }: QueuedMessage): boolean {
    const fault = (['disconnect', 'logout'] as const).find((each) => this.options.faults.strikesOnce(each, id));
    if (!fault) return false;
    this.stopping.abort();
    this.options.cut(fault);
    return true;
  }

  private async bringLater(message: QueuedMessage): Promise<void> {
    await sleep(roll(this.options.faults.script.seed, `delay:${message.id}`) * LATEST_MS, this.stopping.signal);
    this.lanes.push(message);
  }

  private async confirm(message: QueuedMessage): Promise<void> {
    const { network, report } = this.options;
    try {
      await network.mailbox.delivered(message.seq);
      if (!message.fromMe) network.signals.send({ type: 'tick', chat: message.chat, id: message.id, ack: 2 });
    } catch (error) {
      report(error);
    }
    this.letGo([message]);
  }

  private letGo(messages: readonly QueuedMessage[]): void {
    for (const { seq } of messages) this.inHand.delete(seq);
    if (this.wantsMore && this.inHand.size <= WINDOW / 2) this.bell.ring();
  }

  private inBackground(work: Promise<void>): void {
    const tracked = work.finally(() => this.background.delete(tracked));
    this.background.add(tracked);
  }
}

function byChat(messages: readonly QueuedMessage[]): Iterable<QueuedMessage[]> {
  const chats = new Map<string, QueuedMessage[]>();
  for (const message of messages) {
    const chat = chats.get(message.chat);
    if (chat) chat.push(message);
    else chats.set(message.chat, [message]);
  }
  return chats.values();
}
