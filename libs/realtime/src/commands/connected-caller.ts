import type { Principal } from '#security';

import type { ClientSocket } from '../sockets/client-socket.js';
import type { SocketCaller } from './socket-caller.js';

/** The caller behind a socket of this process. */
export class ConnectedCaller implements SocketCaller {
  constructor(readonly socket: ClientSocket) {}

  get principal(): Principal {
    return this.socket.data.principal;
  }

  get socketId(): string {
    return this.socket.id;
  }

  get rooms(): ReadonlyMap<string, string> {
    return new Map([...this.socket.data.seats.values()].map(({ chatId, contactId }) => [chatId, contactId]));
  }
}

/** The socket of a caller. */
export function socketOf(caller: SocketCaller): ClientSocket {
  if (caller instanceof ConnectedCaller) return caller.socket;
  throw new TypeError('This caller has no socket here');
}
