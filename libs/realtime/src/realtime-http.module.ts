import { Module } from '@nestjs/common';

import { CommandDesk } from './commands/command-desk.service.js';
import { ConversationCommands } from './commands/conversation-commands.service.js';
import { SocketCommands } from './commands/socket-commands.service.js';
import { ConversationRooms } from './people/conversation-rooms.service.js';
import { ConversationSockets } from './people/conversation-sockets.service.js';
import { PeopleDoor } from './people/people-door.service.js';
import { PeopleEar } from './people/people-ear.service.js';
import { PersonFeed } from './people/person-feed.service.js';
import { PersonOffsets } from './people/person-offsets.service.js';
import { Seats } from './people/seats.service.js';
import { SessionKeeping } from './people/session-keeping.service.js';
import { RealtimeModule } from './realtime.module.js';
import { KeyWatch } from './sockets/key-watch.service.js';
import { RealtimeGateway } from './sockets/realtime.gateway.js';
import { SocketDoor } from './sockets/socket-door.service.js';
import { SocketReception } from './sockets/socket-reception.service.js';
import { SocketServer } from './sockets/socket-server.service.js';

const SOCKETS = [SocketServer, SocketDoor, KeyWatch, SocketReception, RealtimeGateway];
const PEOPLE = [
  ConversationSockets,
  ConversationRooms,
  PersonFeed,
  PersonOffsets,
  PeopleDoor,
  PeopleEar,
  Seats,
  SessionKeeping,
];
const COMMANDS = [SocketCommands, CommandDesk, ConversationCommands];

/**
 * The sockets of a process, on its HTTP port. Needs the security module, too, and a `Clock`. Who serves conversations imports it, and gives
 * `ConversationSockets` and `SocketCommands` what they need when it starts.
 */
@Module({
  imports: [RealtimeModule],
  providers: [...SOCKETS, ...PEOPLE, ...COMMANDS],
  exports: [RealtimeModule, SocketCommands, ConversationSockets],
})
export class RealtimeHttpModule {}
