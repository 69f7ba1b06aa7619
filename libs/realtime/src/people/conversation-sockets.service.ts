import { Injectable } from '@nestjs/common';

import { conversationsUnavailable } from '../realtime.errors.js';
import type { PersonFeedSource } from './person-feed-source.js';
import type { RoomGuard } from './room-guard.js';
import type { SocketSessions } from './socket-sessions.js';

/** What the sockets need of a floor above to serve conversations. */
export interface ConversationParts {
  readonly guard: RoomGuard;
  readonly feed: PersonFeedSource;
  readonly sessions: SocketSessions;
}

/** Where the floor above gives the sockets what they need of it. */
@Injectable()
export class ConversationSockets {
  private attached: ConversationParts | undefined;

  /** Once, before the process listens: `onModuleInit`. */
  attach(parts: ConversationParts): void {
    this.attached = parts;
  }

  /** Throws `conversation.unavailable` when nobody serves conversations here. */
  get parts(): ConversationParts {
    if (!this.attached) throw conversationsUnavailable();
    return this.attached;
  }
}
