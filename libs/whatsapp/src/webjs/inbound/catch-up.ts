import type { AccountMemory } from '../../port/account-memory.js';
import type { IncomingMessage } from '../../port/incoming-message.js';
import type { PageCalls } from '../client/page-calls.js';
import { listChats } from '../page/list-chats.js';
import { readHistory } from '../page/read-history.js';
import { addressOf } from './address-of.js';
import { dueChats, type DueChat } from './due-chats.js';
import type { EventLanes } from './event-lanes.js';
import { isCaughtUp } from './is-caught-up.js';
import type { MessageFeed } from './message-feed.js';
import type { People } from './people.js';
import type { RawMessage } from './raw-message.js';
import { refOf } from './ref-of.js';
import { Slots } from './slots.js';
import { textOf } from './text-of.js';

/** Most messages that are caught up in one chat: far more than come in an outage. */
const MOST_PER_CHAT = 2_000;
/** Chats whose history is read at the same time: the page does that on its only thread. */
const CHATS_AT_ONCE = 4;
const HISTORY_MS = 60_000;

export interface CatchUpOptions {
  readonly page: PageCalls;
  readonly memory: AccountMemory;
  readonly lanes: EventLanes;
  readonly feed: MessageFeed;
  readonly people: People;
  readonly report: (error: unknown) => void;
}

/**
 * Gives what the page has and the memory has not. Each chat is read when its lane comes to it, before what is live there: what is
 * being stored at that moment is stored by then, and nothing comes twice.
 */
export class CatchUp {
  private readonly slots = new Slots(CHATS_AT_ONCE);
  /** From when on a chat has to be read, in seconds since 1970, until it was. Live messages move the store's own cursor on meanwhile. */
  private readonly unread = new Map<string, number>();
  /** Counts up: a run that is not the latest any more ends. */
  private run = 0;

  constructor(private readonly options: CatchUpOptions) {}

  /** Live events wait from now on: the line or the page is gone, and something may be missed. */
  hold(): void {
    this.run += 1;
    this.options.lanes.hold();
  }

  /** Finds the chats in which something may be missing, and then lets live events pass. */
  async start(): Promise<void> {
    this.hold();
    const { run } = this;
    const { page, memory, lanes, people } = this.options;
    const due = await lanes.untilDone(async () => {
      if (run !== this.run) return [];
      await people.learnOwn();
      return dueChats(await page.call(listChats), memory);
    });
    if (run !== this.run || !due) return;
    for (const { id, from } of due) this.unread.set(id, Math.min(from, this.unread.get(id) ?? from));
    for (const [id, from] of this.unread) lanes.pushMissed(id, () => this.catchUp({ id, from }, run));
    lanes.release();
  }

  private async catchUp({ id, from }: DueChat, run: number): Promise<void> {
    const { page, feed, lanes } = this.options;
    const query = { chatId: id, from, limit: MOST_PER_CHAT };
    const read = () => this.slots.use(() => page.callWithin(HISTORY_MS, readHistory, query));
    // A page that is lost is followed by another one, whose run reads this chat again.
    const found = (await lanes.untilDone(async () => (run === this.run ? read() : undefined))) as
      RawMessage[] | undefined;
    if (!found) return;
    const raws = found.filter((raw) => isCaughtUp(raw) && !feed.isToldElsewhere(raw));
    for (const message of await this.unknownOf(raws.filter(({ type }) => type !== 'revoked'))) {
      await lanes.give({ type: 'message', message });
    }
    for (const raw of found) await this.giveChanges(raw);
    if (run === this.run) this.unread.delete(id);
  }

  private async unknownOf(raws: readonly RawMessage[]): Promise<readonly IncomingMessage[]> {
    const { memory, feed, lanes } = this.options;
    const messages = await Promise.all(raws.map((raw) => feed.incoming(raw, false)));
    const refs = messages.map((message) => ({ ...refOf(message), message }));
    const unknown = refs.length > 0 ? await lanes.untilDone(() => memory.unknownOf(refs)) : [];
    return (unknown ?? []).map(({ message }) => message);
  }

  /** What became of messages meanwhile. The store of record knows what is news of it. */
  private async giveChanges(raw: RawMessage): Promise<void> {
    const { feed, lanes } = this.options;
    if (raw.type === 'revoked') {
      await lanes.give({
        type: 'revoke',
        chatId: addressOf(raw.id.remote),
        id: raw.id.id,
        at: new Date(raw.t * 1_000),
      });
      return;
    }
    if (raw.latestEditSenderTimestampMs !== undefined) await feed.giveEdit(raw, textOf(raw));
    if (raw.id.fromMe && (raw.ack ?? 0) > 0) feed.ack(raw, raw.ack ?? 0);
  }
}
