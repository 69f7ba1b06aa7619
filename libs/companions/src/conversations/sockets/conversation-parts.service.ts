import { Injectable } from '@nestjs/common';

import type { ConversationParts } from '#realtime';

import { ConversationFeed } from './conversation-feed.service.js';
import { ConversationRooms } from './conversation-rooms.service.js';
import { KeptSocketSessions } from './kept-socket-sessions.service.js';

/** What the sockets need of us, together. */
@Injectable()
export class ConversationSocketParts implements ConversationParts {
  constructor(
    readonly guard: ConversationRooms,
    readonly feed: ConversationFeed,
    readonly sessions: KeptSocketSessions,
  ) {}
}
