import type { DefaultEventsMap, Server, Socket } from 'socket.io';

import type { Principal } from '#security';

import type { CommandLane } from '../commands/command-lane.js';
import type { Seat } from '../people/seat.js';
import type { Backlog } from './backlog.js';

/** What we keep of a socket that was let in. */
export interface Admission {
  /** The key it came with, to look whether it still holds. */
  readonly token: string;
  readonly principal: Principal;
  /** When the key was last found to hold. */
  checkedAt: Date;
  /** Under which its rooms are kept, for when it comes back. */
  readonly session: string;
  /** What it has joined, by chat. */
  readonly seats: Map<string, Seat>;
  readonly backlog: Backlog;
  readonly lane: CommandLane;
}

/** A socket that was let in: it hears what its key's scopes allow, and the conversations that it joins. */
export type ClientSocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Admission>;

export type ClientSockets = Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Admission>;
