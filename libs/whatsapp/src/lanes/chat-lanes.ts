/** What has its place in the order of a chat. */
export interface InChat {
  readonly chat: string;
}

/** Takes one item. Resolves with false when its chat has to wait: what is left of its lane is let go. */
export type LaneWork<T extends InChat> = (item: T) => Promise<boolean>;

/** Works chats side by side, and the items of each chat one after another. */
export class ChatLanes<T extends InChat> {
  private readonly lanes = new Map<string, T[]>();
  private readonly running = new Set<Promise<void>>();

  /** @param letGo is told of items that were not worked, because their chat has to wait */
  constructor(
    private readonly work: LaneWork<T>,
    private readonly letGo: (items: readonly T[]) => void,
  ) {}

  push(item: T): void {
    const lane = this.lanes.get(item.chat);
    if (lane) {
      lane.push(item);
      return;
    }
    const fresh = [item];
    this.lanes.set(item.chat, fresh);
    const run = this.run(item.chat, fresh).finally(() => this.running.delete(run));
    this.running.add(run);
  }

  /** Whether nothing is in hand. */
  get isEmpty(): boolean {
    return this.lanes.size === 0;
  }

  /** Chats with at least `count` items waiting in their lane. */
  longerThan(count: number): string[] {
    return [...this.lanes].filter(([, lane]) => lane.length >= count).map(([chat]) => chat);
  }

  /** Resolves when every lane is empty. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }

  private async run(chat: string, lane: T[]): Promise<void> {
    for (let item = lane.shift(); item; item = lane.shift()) {
      if (!(await this.work(item))) this.letGo(lane.splice(0));
    }
    this.lanes.delete(chat);
  }
}
