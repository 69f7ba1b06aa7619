import { randomUUID } from 'node:crypto';

import type { ClientSocket } from './client-socket.js';

/**
 * Gives a socket that is about to be let in the id of its session. The library tells it to the client with the answer, as `pid`, and the
 * client brings it back when it comes again, with the last text that an event ended with: `auth: { pid, offset }`. That is the
 * library's own connection state recovery, of which we use the wire and not the memory: ours is in the database, for any process.
 */
export function giveSessionId(socket: Pick<ClientSocket, 'id'>): string {
  const pid = randomUUID();
  Object.assign(socket, { pid });
  return pid;
}
