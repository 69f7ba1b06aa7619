import type { AccountMemory } from '../../port/account-memory.js';
import type { WhatsAppListener } from '../../port/whatsapp-event.js';
import type { PageCalls } from '../client/page-calls.js';
import type { LibraryClient } from '../client/whatsapp-web.js';
import { CatchUp } from './catch-up.js';
import { ChatHistory } from './chat-history.js';
import { EventLanes } from './event-lanes.js';
import { MessageFeed } from './message-feed.js';
import { People } from './people.js';
import type { Recent } from './recent.js';
import { watchClient } from './watch-client.js';

export interface InboundOptions {
  readonly listener: WhatsAppListener;
  readonly memory: AccountMemory;
  readonly page: PageCalls;
  /** Ids of what we sent. */
  readonly sent: Recent;
  readonly now: () => Date;
  readonly report: (error: unknown) => void;
}

/** Everything that comes in, from connect to disconnect, over however many browsers. */
export class Inbound {
  readonly history: ChatHistory;
  private readonly lanes: EventLanes;
  private readonly people: People;
  private readonly feed: MessageFeed;
  private readonly missed: CatchUp;

  constructor({ listener, memory, page, sent, now, report }: InboundOptions) {
    this.lanes = new EventLanes({ listener, report });
    this.people = new People(page);
    this.feed = new MessageFeed({ lanes: this.lanes, people: this.people, sent, now });
    this.history = new ChatHistory(page, this.feed);
    this.missed = new CatchUp({ page, memory, lanes: this.lanes, feed: this.feed, people: this.people, report });
  }

  get idleMs(): number {
    return this.lanes.idleMs;
  }

  watch(client: LibraryClient): void {
    watchClient(client, this.feed);
  }

  /** The page is ready: gives what was missed, then what comes. */
  catchUp(): void {
    void this.missed.start();
  }

  hold(): void {
    this.missed.hold();
  }

  /** Gives nothing more, and waits for what the listener has in hand. */
  stop(): Promise<void> {
    return this.lanes.stop();
  }
}
