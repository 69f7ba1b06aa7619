import type { QueuedMessage } from './phone-message.js';

/** Takes one message. Resolves with false when its chat has to wait: what is left of its lane is let go. */
export type LaneWork = (message: QueuedMessage) => Promise<boolean>;

/** Works chats side by side, and the messages of each chat one after another. */
export class ChatLanes {
  private readonly lanes = new Map<string, QueuedMessage[]>();
  private readonly running = new Set<Promise<void>>();

  /** @param letGo is told of messages that were not worked, because their chat has to wait */
  constructor(
    private readonly work: LaneWork,
    private readonly letGo: (messages: readonly QueuedMessage[]) => void,
  ) {}

  push(message: QueuedMessage): void {
    const lane = this.lanes.get(message.chat);
    if (lane) {
      lane.push(message);
      return;
    }
    const fresh = [message];
    this.lanes.set(message.chat, fresh);
    const run = this.run(message.chat, fresh).finally(() => this.running.delete(run));
    this.running.add(run);
  }

  /** Chats with at least `count` messages waiting in their lane. */
  longerThan(count: number): string[] {
    return [...this.lanes].filter(([, lane]) => lane.length >= count).map(([chat]) => chat);
  }

  /** Resolves when every lane is empty. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }

  private async run(chat: string, lane: QueuedMessage[]): Promise<void> {
    for (let message = lane.shift(); message; message = lane.shift()) {
      if (!(await this.work(message))) this.letGo(lane.splice(0));
    }
    this.lanes.delete(chat);
  }
}
